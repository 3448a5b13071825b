"""English letters to phones, roughly: the last resort for a word that no dictionary has."""

_NAMES = dict(
    pair.split("=")
    for pair in (
        "a=EY,b=B IY,c=S IY,d=D IY,e=IY,f=EH F,g=JH IY,h=EY CH,i=AY,j=JH EY,k=K EY,l=EH L,m=EH M,"
        "n=EH N,o=OW,p=P IY,q=K Y UW,r=AA R,s=EH S,t=T IY,u=Y UW,v=V IY,w=D AH B AH L Y UW,"
        "x=EH K S,y=W AY,z=Z IY"
    ).split(",")
)
_STRESSED_E = {"a": "EY", "e": "IY", "i": "AY", "o": "OW", "u": "UW"}
_SPELLINGS = dict(
    pair.split("=")
    for pair in (
        "tion=SH AH N,sion=ZH AH N,ture=CH ER,ight=AY T,ough=AH F,eigh=EY,tch=CH,dge=JH,sch=S K,"
        "igh=AY,eau=OW,ear=IH R,oor=AO R,our=AW ER,air=EH R,ch=CH,sh=SH,th=TH,ph=F,wh=W,ck=K,"
        "ng=NG,qu=K W,kn=N,wr=R,gh=G,ee=IY,ea=IY,oo=UW,ou=AW,ow=OW,oi=OY,oy=OY,ai=EY,ay=EY,"
        "au=AO,aw=AO,ie=IY,ei=EY,ey=IY,oa=OW,ue=UW,ew=UW,ar=AA R,er=ER,ir=ER,or=AO R,ur=ER,"
        "bb=B,cc=K,dd=D,ff=F,gg=G,ll=L,mm=M,nn=N,pp=P,rr=R,ss=S,tt=T,zz=Z,ce=S EH,ci=S IH,"
        "cy=S IY,ge=JH EH,gi=JH IH,a=AE,b=B,c=K,d=D,e=EH,f=F,g=G,h=HH,i=IH,j=JH,k=K,l=L,m=M,n=N,"
        "o=AA,p=P,q=K,r=R,s=S,t=T,u=AH,v=V,w=W,x=K S,y=IY,z=Z"
    ).split(",")
)
_LONGEST = max(map(len, _SPELLINGS))
_VOWELS = "aeiouy"


def spelled_out(word: str) -> str:
    """Return the phones of a word by its letters; one without a vowel is said letter by letter."""
    letters = [letter for letter in word if letter in _NAMES]
    if not any(letter in _VOWELS for letter in letters):
        return " ".join(_NAMES[letter] for letter in letters) or "AH"
    return " ".join(_phones("".join(letters)))


def _phones(word: str) -> list[str]:
    found: list[str] = []
    silent = len(word) > 3 and word[-1] == "e" and word[-2] not in _VOWELS
    long_at = len(word) - 3 if silent and word[-3] in _STRESSED_E else -1
    end = len(word) - silent
    at = 0
    while at < end:
        if at == long_at:
            found.append(_STRESSED_E[word[at]])
            at += 1
            continue
        spelling = next(
            word[at : at + n] for n in range(_LONGEST, 0, -1) if word[at : at + n] in _SPELLINGS
        )
        found.append(_SPELLINGS[spelling])
        at += len(spelling)
    return found
