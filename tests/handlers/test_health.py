"""Pain that was told of before: whose it is, and that it is not kept."""


def test_somebody_else_s_pain_is_not_the_speaker_s(person):
    anna = person()
    anna.asks("PainIntent")
    assert anna.asks("RecoveredIntent", person="friend").speech.startswith(
        (
            "Glad you're fine. For your friend, a doctor's the one to ask.",
            "Ah, so you're all right. For your friend, it's a doctor who should say.",
        )
    )
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_who_is_in_pain_is_still_told_nothing_to_do(person):
    anna = person()
    anna.asks("PainIntent")
    anna.asks("RecoveredIntent", person="friend")
    turn = anna.asks("ShouldIKeepLegDayIntent", person="friend")
    assert "doctor" in turn.speech
    assert turn.report()["answer"] is None


def test_not_me_but_her_is_of_a_question_where_nobody_is_in_pain(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert "doctor" not in anna.asks("RecoveredIntent", person="wife").speech


def test_health_is_not_kept_and_counts_again_once_it_is_spoken_of(person):
    anna = person()
    anna.asks("PainIntent")
    anna.device.leave()
    assert anna.asks("HealthToldIntent").speech.startswith(
        "Sorry, I only keep your goal, nothing about health. "
        "For that, please ask a doctor or a physical therapist."
    )
    assert anna.asks("JogOrSprintIntent").report()["answer"] is None


def test_within_a_conversation_pain_is_known_and_said_not_to_be_kept(person):
    anna = person()
    anna.asks("PainIntent")
    assert anna.asks("HealthToldIntent").speech.startswith(
        "I do while we're talking, but I keep nothing about health. "
        "A doctor or a physical therapist is the one to ask."
    )
