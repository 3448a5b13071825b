"""A DynamoDB on this machine, over HTTP.

`python -m tests.persistence.table_server` prints its address.

moto's server in a process of its own: moto changes the botocore of the process it is imported in.
"""

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as DynamoDB does

    def log(self, *_args):
        pass


if __name__ == "__main__":
    application = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Quiet)
    print(f"http://127.0.0.1:{server.port}", flush=True)
    server.serve_forever()
