"""The skill behind HTTPS and on AWS Lambda."""
