from dataclasses import dataclass, field
@dataclass
class Guess:
    intent: str|None=None
    slots: dict = field(default_factory=dict)
    score: float=0.0
    sample: str|None=None
    runners_up: tuple=()
class Paraphraser:
    def __init__(self,m,t): pass
    def guess(self,w): return Guess()
