from __future__ import annotations

import numpy as np
import pytest

from eval.training.types import SEED
from legation.claims.pairs import make_pair, pair_in
from legation.scoring.features import SIZE, number, number_words
from legation.scoring.heads import CLASSES, count_rarity, load_heads, weigh_words
from legation.scoring.vectors import PARTS, WIDTH, load_encoder, mask_sides, pair_vectors
from legation.scoring.waves import BREADTH, DIRECTIONS, draw_directions, load_directions, make_waves
from legation.sentences import parse_text


def test_other_names_give_the_same_words() -> None:
    one = make_pair("Chile accused Peru of spying.", (0, 5), (14, 18))
    other = make_pair("Kenya accused Peru of spying.", (0, 5), (14, 18))
    assert sorted(number_words(one)) == sorted(number_words(other))


def test_sides_swapped_give_other_words() -> None:
    one = make_pair("Ghana accused Togo of spying.", (0, 5), (14, 18))
    other = make_pair("Ghana accused Togo of spying.", (14, 18), (0, 5))
    assert sorted(number_words(one)) != sorted(number_words(other))


def test_what_is_agreed_on_hangs_below_agreeing() -> None:
    text = "Mali agreed to lift the ban on Togo."
    pair = make_pair(text, (0, 4), (31, 35))
    assert number("chb=agree_lift") in number_words(pair)


def test_sides_are_masked_by_their_roles() -> None:
    text, actor, recipient = mask_sides(make_pair("Ghana accused Togo of spying.", (0, 5), (14, 18)))
    assert text == "someone accused others of spying."
    assert actor == (0, 7)
    assert recipient == (16, 22)


def test_a_recipient_inside_the_actor_is_no_trap() -> None:
    text, actor, recipient = mask_sides(make_pair("Togo's army fired.", (0, 11), (0, 4)))
    assert (text, actor, recipient) == ("someone fired.", (0, 7), None)


def test_a_sentence_of_a_report_gives_the_pair_of_its_text() -> None:
    report = "It rained. Ghana accused Togo of spying."
    sentence = parse_text(report)[1]
    pair = pair_in(sentence, (11, 16), (25, 29))
    assert pair.actor == (0, 5)
    assert sorted(number_words(pair)) == sorted(
        number_words(make_pair("Ghana accused Togo of spying.", (0, 5), (14, 18)))
    )


def test_words_have_length_one_together() -> None:
    numbers = number_words(make_pair("Ghana accused Togo of spying.", (0, 5), (14, 18)))
    rarity = count_rarity([numbers, numbers])
    places, values = weigh_words(numbers, rarity)
    assert rarity.shape == (SIZE,)
    assert len(places) == len(set(numbers))
    assert round(float((values**2).sum()), 3) == 1.0


def test_shipped_weights_fit_the_questions() -> None:
    for question, answers in CLASSES.items():
        heads = load_heads(question)
        assert heads is not None
        assert heads.words.shape == (len(answers), SIZE)
        assert heads.waves.shape == (len(answers), PARTS * 2 * DIRECTIONS)


def test_waves_of_like_vectors_are_alike_and_a_missing_part_has_none() -> None:
    vectors = np.zeros((3, PARTS, WIDTH), np.float32)
    vectors[0, 0, 0] = vectors[1, 0, 0] = vectors[2, 0, 1] = 1.0
    one, same, other = make_waves(vectors.reshape(3, -1))
    assert one @ same == pytest.approx(1.0, abs=0.01)
    assert one @ other == pytest.approx(np.exp(-2 / BREADTH), abs=0.1)
    assert not one.reshape(PARTS, -1)[1:].any()


def test_shipped_directions_are_those_of_the_seed() -> None:
    assert np.allclose(load_directions(), draw_directions(SEED), atol=0.01)


def test_vectors_are_the_same_alone_and_among_others() -> None:
    encoder = load_encoder()
    assert encoder is not None
    pairs = [
        make_pair("Ghana accused Togo of spying.", (0, 5), (14, 18)),
        make_pair("Chile will meet Peru.", None, None),
    ]
    assert (pair_vectors(pairs[:1], encoder)[0] == pair_vectors(pairs, encoder)[0]).all()
