"""A smaller reader from a larger one, through the same questions."""

import torch
import torch.nn.functional as functional
from reader import Batch, pairs_of, told_loss

def layers_kept(all_layers, layers):
    """Which layers a smaller one starts from: the first, the last and evenly between."""
    return [round(i * (all_layers - 1) / (layers - 1)) for i in range(layers)]


def shallow(reader, layers):
    """The same reader with that many of its layers."""
    kept = layers_kept(len(reader.bert.encoder.layer), layers)
    reader.bert.encoder.layer = torch.nn.ModuleList(reader.bert.encoder.layer[i] for i in kept)
    reader.bert.config.num_hidden_layers = layers
    return reader


def loss_of(student, teacher, tokenizer, example, negatives):
    """As the teacher reads each passage, and as the author of the question says."""
    pairs = pairs_of(tokenizer, example, negatives)
    batch = Batch.of(pairs)
    with torch.no_grad():
        taught, taught_answer, taught_states = teacher.read(batch)
    relevance, answer, states = student.read(batch)
    text = torch.zeros_like(answer)
    for row, pair in enumerate(pairs):
        text[row, pair.text_from : len(pair.tokens) - 1] = 1
    loss = functional.binary_cross_entropy_with_logits(relevance, taught.sigmoid())
    loss = loss + functional.kl_div(relevance.log_softmax(0), taught.log_softmax(0), reduction="sum", log_target=True)
    loss = loss + token_loss(answer, taught_answer.sigmoid(), text)
    loss = loss + token_loss(answer[:1], taught_answer[:1].sigmoid(), text[:1])
    mask = batch.mask[..., None]  # what the last layers say of each token is to be alike, too
    apart = ((states - taught_states) ** 2 * mask).sum() / (taught_states ** 2 * mask).sum()
    loss = loss + 2 * apart
    return loss + 0.5 * told_loss(relevance, answer, pairs, example)


def token_loss(answer, taught, mask):
    each = functional.binary_cross_entropy_with_logits(answer, taught, reduction="none")
    return (each * mask).sum() / mask.sum()
