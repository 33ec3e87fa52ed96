"""The reader: an encoder over question and passage together, with two outputs a token."""

import dataclasses
import random

import torch
import torch.nn.functional as functional

FIRST, BETWEEN = 101, 102  # [CLS] and [SEP] in the word tables of BERT
MOST_QUESTION, MOST_HEADINGS, MOST_TEXT = 48, 40, 230
STEP = 64  # lengths are rounded up to it: a new shape costs a compilation


class Reader(torch.nn.Module):
    """Tells how likely a passage answers (of its first token) and which tokens do (of each)."""

    def __init__(self, bert):
        super().__init__()
        self.bert = bert
        self.relevance = torch.nn.Linear(bert.config.hidden_size, 1)
        self.answer = torch.nn.Linear(bert.config.hidden_size, 1)
        bert.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, batch):
        return self.read(batch)[:2]

    def read(self, batch):
        """Relevance of each passage, each token's answer score, and the last layer's states."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.bert(
                input_ids=batch.tokens, token_type_ids=batch.types, attention_mask=batch.mask
            ).last_hidden_state
        states = states.float()
        return self.relevance(states[:, 0]).squeeze(-1), self.answer(states).squeeze(-1), states


@dataclasses.dataclass
class Pair:
    """Question and passage as the reader sees them: [CLS] question [SEP] headings: text [SEP]."""

    tokens: list
    types: list
    text_from: int  # where the text's first token stands
    offsets: list  # of the text's tokens, in characters

    @staticmethod
    def of(tokenizer, question, headings, text):
        def cut(part):
            return tokenizer.encode(part, add_special_tokens=False)

        asked = cut(question).ids[:MOST_QUESTION]
        path = cut(headings + ":").ids[-MOST_HEADINGS:] if headings else []
        body = cut(text)
        ids = body.ids[:MOST_TEXT]
        before = len(asked) + 2
        return Pair(
            [FIRST, *asked, BETWEEN, *path, *ids, BETWEEN],
            [0] * before + [1] * (len(path) + len(ids) + 1),
            before + len(path),
            body.offsets[:MOST_TEXT],
        )

    def marks(self, text, span):
        """One for each token of the text that lies in the span, else zero; None if the span is not there."""
        start = text.find(span)
        if start < 0:
            return None
        end = start + len(span)
        return torch.tensor([float(s < end and e > start) for s, e in self.offsets])


@dataclasses.dataclass
class Batch:
    tokens: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor

    @staticmethod
    def of(pairs):
        length = -(-max(len(pair.tokens) for pair in pairs) // STEP) * STEP
        tokens = torch.zeros(len(pairs), length, dtype=torch.long)
        types, mask = torch.zeros_like(tokens), torch.zeros_like(tokens)
        for i, pair in enumerate(pairs):
            size = len(pair.tokens)
            tokens[i, :size] = torch.tensor(pair.tokens)
            types[i, :size] = torch.tensor(pair.types)
            mask[i, :size] = 1
        return Batch(tokens, types, mask)


def choose_wrong(example, most):
    """Up to two passages that the author marked, two that words rank high, and others that words bring."""
    chosen = example.given[:2]
    chosen += [each for each in example.found[:6] if each not in chosen][:2]
    rest = [each for each in example.given + example.found if each not in chosen]
    random.shuffle(rest)
    return (chosen + rest)[:most]


def pairs_of(tokenizer, example, negatives):
    """The passages that are compared for a question; where one answers, it is the first."""
    read = ([example.answer] if example.answer else []) + choose_wrong(example, negatives)
    return [Pair.of(tokenizer, example.question, *passage) for passage in read]


def loss_of(reader, tokenizer, example, negatives):
    """As the author of the question says."""
    pairs = pairs_of(tokenizer, example, negatives)
    return told_loss(*reader(Batch.of(pairs)), pairs, example)


def told_loss(relevance, answer, pairs, example):
    """Relevance against each wrong passage alone and against all of them, and the answer's tokens."""
    right = torch.zeros(len(pairs))
    if not example.answer:
        return functional.binary_cross_entropy_with_logits(relevance, right)
    right[0] = 1
    loss = functional.binary_cross_entropy_with_logits(relevance, right)
    loss = loss + functional.cross_entropy(relevance[None], torch.tensor([0]))
    marks = pairs[0].marks(example.answer[1], example.span)
    if marks is not None and len(marks):
        start = pairs[0].text_from
        loss = loss + functional.binary_cross_entropy_with_logits(
            answer[0, start : start + len(marks)], marks, pos_weight=torch.tensor(2.0)
        )
    return loss
