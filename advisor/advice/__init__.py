"""The advice: a headline with its reasons, for and against every form, as data."""

from advisor.advice.build import Advisor
from advisor.advice.model import Advice, Argument, Mix, Recommendation, Standing

__all__ = ["Advice", "Advisor", "Argument", "Mix", "Recommendation", "Standing"]
