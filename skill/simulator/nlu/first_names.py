"""First names, as AMAZON.FirstName hears them: common ones where the Englishes are spoken.

A name that is a word as well ("will", "grace", "mark") is left out, but for a few that are seldom
one after "i'm".
"""

# The ear learns these: each name more is a word more that others may be misheard as.
COMMON = "anna john priya sam dave maria tom chris raj fatima sarah".split()
FIRST_NAMES = frozenset(COMMON) | frozenset(
    (
        "aaron abby abdul abigail adam adrian agnes ahmed aisha alan albert alex alexander "
        "alexandra alfie ali alice alison amanda amber amelia amina amir amit amy ana andre "
        "andrea andrew andy angela angus anil anita anjali ann annie anthony antonio archie arjun "
        "arthur asha ashley audrey ava barbara barry bea beatrice becky ben benjamin bernard beth "
        "betty bill billy bob bobby bram brenda brian bridget bruce bruno callum cameron carl "
        "carla carlos carmen carol caroline catherine cathy charles charlie charlotte chen chloe "
        "christina christine christopher claire clara clive colin connor craig cynthia daisy dan "
        "daniel danny david debbie deborah deepak dennis derek diana diane diego don donald donna "
        "dora doris dorothy doug douglas duncan dylan eddie edith edward eileen elaine eleanor "
        "elena eli elizabeth ella ellen ellie elsie emily emma eric erin ernest esther ethan eva "
        "evan eve evelyn felix finn fiona florence frances francis frank fred freddie freya "
        "gareth gary gavin gemma geoff george georgia gerald gladys glenn gordon graham greg "
        "greta gus hannah harold harriet harry hassan hazel hector helen henry howard hugh hugo "
        "ian ibrahim ines ingrid irene isaac isabel isabella isla ivan jackie jacob jake james "
        "jamie jan jane janet janice jasmine jason javier jean jeff jen jennifer jenny jeremy "
        "jess jessica jill jim jimmy joan joanna joe joel johnny jon jonathan jordan jose joseph "
        "josh joshua joyce juan judith judy julia julian julie justin karen karim kate katherine "
        "kathleen kathy katie kavita keith kelly ken kenneth kevin kieran kim kiran kumar kyle "
        "lakshmi lara larry laura lauren laurence lee leela len leo leon leonard leroy leslie "
        "lewis liam linda lisa lizzie logan lola lorna louis louise lucas lucy luis luke lydia "
        "mabel maeve maggie malcolm manuel margaret marie marion marjorie martha martin mary "
        "mateo matt matthew maureen max maya meera megan mei mia michael michelle miguel mike "
        "millie mina miriam mohammed moira molly monica muhammad muriel nadia nancy naomi natalie "
        "natasha nathan ned neha neil nia nicholas nick nicola nicole nigel nikhil nina noah nora "
        "norman oliver olivia omar oscar otis owen pamela patricia patrick paul paula pedro peggy "
        "percy pete peter phil philip phoebe phyllis pip pippa polly pooja rachel rahul rajesh "
        "ralph ramesh raul ravi rebecca rita robert roger rohan ronald rory rosa rosie ross roy "
        "rupert ruth ryan sally samantha samir samuel sandra sanjay sara scott sean sebastian "
        "shane sharon sheila shirley shreya sid simon sofia sophia sophie stan stanley stella "
        "stephanie stephen steve steven stuart sunil sunita susan susie suzanne sylvia tariq "
        "tasha ted teresa terry tess theo theresa thomas tim timothy tina tommy toni tony tracy "
        "trevor ursula valerie vera vicky victor victoria vijay vikram vincent viv vivian walter "
        "wanda wayne wendy wilfred william winston yasmin yusuf yvonne zac zach zainab zara zed "
        "zoe "
    ).split()
)

_BEFORE = set("so is and but well then".split())


def judged(words: list[str]) -> list[str]:
    """Return words with "he is" for whoever is said to be right or wrong: "so dave's right"."""
    for at, word in enumerate(words[:-1]):
        name = word.removesuffix("'s")
        after = at + 1 + (words[at + 1 : at + 2] == ["is"] and name == word)
        first = _BEFORE.issuperset(words[:at])
        if first and name in FIRST_NAMES and words[after : after + 1] in (["right"], ["wrong"]):
            asked = words[:at][-1:] == ["is"]  # "is dave right"
            return [*words[:at], "he", *([] if asked else ["is"]), *words[after:]]
    return words
