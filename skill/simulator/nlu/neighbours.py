"""The samples themselves: how like one of them an utterance is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Row = tuple[Places, Floats]  # the features of a sample by their places, and their values


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Samples by feature: samples[starts[f]:starts[f + 1]] have feature f, with such values."""

    starts: NDArray[np.int32]
    samples: NDArray[np.unsignedinteger]
    values: NDArray[np.float16]
    labels: NDArray[np.int16]  # of each sample, its class; in rising order

    def nearest(self, row: Row, classes: int) -> Floats:
        """Return for each class the cosine of the likest of its samples."""
        cosines = np.zeros(len(self.labels), np.float32)
        for place, value in zip(*row, strict=True):
            at = slice(self.starts[place], self.starts[place + 1])
            cosines[self.samples[at]] += self.values[at] * value
        found = np.zeros(classes, np.float32)
        np.maximum.at(found, self.labels, cosines)
        return found


def neighbours(rows: Sequence[Row], labels: Places, features: int) -> Neighbours:
    """Return the samples by feature; each row is of unit length, `features` how many there are."""
    order = np.argsort(labels, kind="stable")
    sizes = [len(rows[at][0]) for at in order]
    places = np.concatenate([rows[at][0] for at in order])
    by_feature = np.argsort(places, kind="stable")
    return Neighbours(
        np.searchsorted(places[by_feature], np.arange(features + 1)).astype(np.int32),
        np.repeat(np.arange(len(order)), sizes)[by_feature].astype(np.min_scalar_type(len(order))),
        np.concatenate([rows[at][1] for at in order])[by_feature].astype(np.float16),
        labels[order].astype(np.int16),
    )
