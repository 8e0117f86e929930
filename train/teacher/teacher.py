"""A slow, accurate reader that labels raw text for the fast one to learn from (distillation).

A BiLSTM over word vectors and affixes with a softmax for tags and deep biaffine arcs and labels (Dozat & Manning 2017).
It is used in training only; nothing of it ships.

  python train/teacher/teacher.py train MODEL.pt VECTORS SECONDS        (VECTORS.words.txt and VECTORS.bin)
  python train/teacher/teacher.py label MODEL.pt VECTORS RAW OUT        (RAW: one tokenized sentence a line, words parted by tabs)
"""
import glob
import json
import os
import random
import re
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

CORPORA = os.environ.get("SAIDSO_CORPORA", "../shared/corpora")
DIGITS = re.compile(r"\d")
torch.manual_seed(1)
random.seed(1)
np.random.seed(1)
torch.set_num_threads(int(os.environ.get("THREADS", "2")))


def read(paths):
    sentences = []
    for path in paths:
        rows = []
        for line in open(path, encoding="utf8"):
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(rows)
                rows = []
            elif line[0].isdigit():
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append((cells[1], cells[3] + "|" + cells[4], int(cells[6]), cells[7]))
        if rows:
            sentences.append(rows)
    return sentences


def plain(form):
    return DIGITS.sub("0", form.lower().replace("’", "'").replace("‘", "'").replace("`", "'").replace("“", '"').replace("”", '"'))


def shape(form):
    out = []
    for char in form[:20]:
        kind = "d" if char.isdigit() else "X" if char.isupper() else "x" if char.islower() else char
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out[:6])


class Index(dict):
    def __init__(self, names):
        super().__init__((name, i + 2) for i, name in enumerate(names))  # 0 padding, 1 unknown


class Reader(nn.Module):
    def __init__(self, setup, vectors):
        super().__init__()
        self.fixed = nn.Embedding.from_pretrained(vectors, freeze=True, padding_idx=0)
        self.word = nn.Embedding(setup["words"] + 2, 64, padding_idx=0)
        self.suffix3 = nn.Embedding(setup["suffix3"] + 2, 32, padding_idx=0)
        self.suffix2 = nn.Embedding(setup["suffix2"] + 2, 24, padding_idx=0)
        self.prefix3 = nn.Embedding(setup["prefix3"] + 2, 24, padding_idx=0)
        self.shape = nn.Embedding(setup["shapes"] + 2, 16, padding_idx=0)
        nn.init.zeros_(self.word.weight)
        width = vectors.shape[1] + 64 + 32 + 24 + 24 + 16
        hidden = 176
        self.lower = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        self.upper = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(0.33)
        self.tags = nn.Sequential(nn.Linear(2 * hidden, 128), nn.ReLU(), nn.Dropout(0.33), nn.Linear(128, setup["tags"]))
        mlp = lambda size: nn.Sequential(nn.Linear(4 * hidden, size), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.arc_child, self.arc_head = mlp(200), mlp(200)
        self.label_child, self.label_head = mlp(64), mlp(64)
        self.arc = nn.Parameter(torch.zeros(201, 200))
        self.label = nn.Parameter(torch.zeros(setup["labels"], 65, 65))
        self.root = nn.Parameter(torch.zeros(4 * hidden))

    def forward(self, batch):
        if self.training:  # whole words and whole affix views are dropped, so that unknown words are learnt
            keep = torch.rand(batch["word"].shape) > 0.2
            batch = {**batch, "word": torch.where(keep, batch["word"], torch.minimum(batch["word"], torch.ones_like(batch["word"])))}
        x = torch.cat([self.fixed(batch["fixed"]), self.word(batch["word"]), self.suffix3(batch["suffix3"]), self.suffix2(batch["suffix2"]), self.prefix3(batch["prefix3"]), self.shape(batch["shape"])], -1)
        lengths = batch["lengths"]
        total = x.shape[1]
        run = lambda lstm, data: pad_packed_sequence(lstm(pack_padded_sequence(self.drop(data), lengths, batch_first=True, enforce_sorted=False))[0], batch_first=True, total_length=total)[0]
        low = run(self.lower, x)
        high = run(self.upper, low)
        both = torch.cat([low, high], -1)
        tags = self.tags(self.drop(low + high))
        heads = torch.cat([self.root.expand(x.shape[0], 1, -1), both], 1)
        one = lambda t: torch.cat([t, torch.ones(*t.shape[:-1], 1)], -1)
        arcs = one(self.arc_child(both)) @ self.arc @ self.arc_head(heads).transpose(1, 2)  # sentence, child, head
        mask = torch.arange(total + 1)[None, None, :] > lengths[:, None, None]
        arcs = arcs.masked_fill(mask, -1e4)
        return tags, arcs, one(self.label_child(both)), one(self.label_head(heads))

    def labels_for(self, child, head, chosen):
        picked = head.gather(1, chosen[..., None].expand(-1, -1, head.shape[-1]))
        # b,n,i × l,i,j × b,n,j → b,n,l
        left = torch.einsum("bni,lij->bnlj", child, self.label)
        return (left * picked[:, :, None, :]).sum(-1)


class Coder:
    def __init__(self, setup, vocabulary):
        self.setup, self.vocabulary = setup, vocabulary
        self.cache = {}

    def look(self, form, shouted):
        key = (form, shouted)
        if key not in self.cache:
            p, s = plain(form), self.setup
            self.cache[key] = (
                self.vocabulary.get(p, 1), s["word"].get(p, 1), s["suffix3i"].get(p[-3:], 1), s["suffix2i"].get(p[-2:], 1),
                s["prefix3i"].get(p[:3], 1), 1 if shouted else s["shapei"].get(shape(form), 1))
        return self.cache[key]

    def batch(self, sentences):
        n, longest = len(sentences), max(map(len, sentences))
        grids = np.zeros((6, n, longest), dtype=np.int64)
        for i, forms in enumerate(sentences):
            letters = "".join(forms)
            big = sum(map(str.isupper, letters))
            shouted = big > 3 and big > 0.7 * sum(map(str.isalpha, letters)) and len(forms) > 1
            for j, form in enumerate(forms):
                grids[:, i, j] = self.look(form, shouted)
        t = torch.from_numpy(grids)
        return {"fixed": t[0], "word": t[1], "suffix3": t[2], "suffix2": t[3], "prefix3": t[4], "shape": t[5], "lengths": torch.tensor([len(f) for f in sentences])}


def vectors_of(base):
    words = open(base + ".words.txt", encoding="utf8").read().split("\n")
    values = np.fromfile(base + ".bin", dtype=np.float32).reshape(len(words), -1)
    values = values / (values.std() + 1e-9) * 0.5
    table = np.concatenate([np.zeros((2, values.shape[1]), dtype=np.float32), values])
    return Index(words), torch.from_numpy(table.astype(np.float32))


def setup_of(sentences):
    count = lambda key, least: [k for k, c in __import__("collections").Counter(key(w) for s in sentences for w in s).items() if c >= least]
    setup = {"word": Index(sorted(count(lambda w: plain(w[0]), 2))), "suffix3i": Index(sorted(count(lambda w: plain(w[0])[-3:], 3))),
             "suffix2i": Index(sorted(count(lambda w: plain(w[0])[-2:], 3))), "prefix3i": Index(sorted(count(lambda w: plain(w[0])[:3], 3))),
             "shapei": Index(sorted(count(lambda w: shape(w[0]), 3))), "tagNames": sorted(count(lambda w: w[1], 8)), "labelNames": sorted(count(lambda w: w[3], 4))}
    setup.update(words=len(setup["word"]), suffix3=len(setup["suffix3i"]), suffix2=len(setup["suffix2i"]), prefix3=len(setup["prefix3i"]),
                 shapes=len(setup["shapei"]), tags=len(setup["tagNames"]), labels=len(setup["labelNames"]))
    return setup


def batches(sentences, size, shuffle):
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), random.random() if shuffle else i))
    found, batch, width = [], [], 0
    for i in order:
        width = max(width, len(sentences[i]))
        if batch and width * (len(batch) + 1) > size:
            found.append(batch)
            batch, width = [], len(sentences[i])
        batch.append(i)
    found.append(batch)
    if shuffle:
        random.shuffle(found)
    return found


def measure(model, coder, setup, dev):
    model.eval()
    right = np.zeros(4)
    with torch.no_grad():
        for ids in batches(dev, 4000, False):
            tags, arcs, child, head = model(coder.batch([[w[0] for w in dev[i]] for i in ids]))
            chosen = arcs.argmax(-1)
            labels = model.labels_for(child, head, chosen).argmax(-1)
            tags = tags.argmax(-1)
            for b, i in enumerate(ids):
                for j, (_, tag, gold, label) in enumerate(dev[i]):
                    ok = chosen[b, j].item() == gold
                    same = setup["labelNames"][labels[b, j]].split(":")[0] == label.split(":")[0]
                    right += (1, setup["tagNames"][tags[b, j]].split("|")[0] == tag.split("|")[0], ok, ok and same)
    model.train()
    return right[1:] / right[0]


def train(path, base, seconds):
    train_set = read([f"{CORPORA}/ud-english-ewt/en_ewt-ud-train.conllu"] + sorted(glob.glob(f"{CORPORA}/gum-open/train/dep/*.conllu")))
    dev = read([f"{CORPORA}/ud-english-ewt/en_ewt-ud-dev.conllu"])
    train_set = [s for s in train_set if len(s) <= 90]
    vocabulary, vectors = vectors_of(base)
    setup = setup_of(train_set)
    model, coder = Reader(setup, vectors), Coder(setup, vocabulary)
    tag_index = {n: i for i, n in enumerate(setup["tagNames"])}
    label_index = {n: i for i, n in enumerate(setup["labelNames"])}
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=3e-3, betas=(0.9, 0.95))
    started, best, epoch, step = time.time(), 0.0, 0, 0
    while time.time() - started < seconds:
        losses = []
        for ids in batches(train_set, 2500, True):
            gone = (time.time() - started) / seconds
            if gone >= 1:
                break
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = 3e-3 * min(1, step / 60) * max(0.02, 1 - gone)
            forms = []
            for i in ids:
                dice = random.random()
                forms.append([w[0].upper() if dice < 0.1 else w[0].lower() if dice < 0.14 else w[0] for w in train_set[i]])
            batch = coder.batch(forms)
            shape_of = batch["word"].shape
            tag, gold, label = (torch.full(shape_of, -100) for _ in range(3))
            for b, i in enumerate(ids):
                for j, w in enumerate(train_set[i]):
                    tag[b, j], gold[b, j], label[b, j] = tag_index.get(w[1], -100), w[2], label_index.get(w[3], -100)
            tags, arcs, child, head = model(batch)
            labels = model.labels_for(child, head, gold.clamp(min=0))
            flat = lambda scores, target: nn.functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), target.reshape(-1))
            loss = flat(tags, tag) * 0.5 + flat(arcs, gold) + flat(labels, label)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimiser.step()
            losses.append(loss.item())
            if step % 25 == 0:
                print(f"step {step} {time.time() - started:.0f} s loss {np.mean(losses[-25:]):.3f}", flush=True)
        epoch += 1
        scores = measure(model, coder, setup, dev[::2])
        print(f"epoch {epoch} {time.time() - started:.0f} s loss {np.mean(losses):.3f} upos {scores[0]:.4f} uas {scores[1]:.4f} las {scores[2]:.4f}", flush=True)
        if scores[2] > best:
            best = scores[2]
            torch.save({"setup": setup, "model": model.state_dict()}, path)


def is_projective_tree(heads):
    """heads: 1-based, 0 the root; exactly one root, no cycle, no crossing."""
    n = len(heads)
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(n):
        seen, at = 0, i + 1
        while at != 0:
            at = heads[at - 1]
            seen += 1
            if seen > n:
                return False
    for i in range(n):
        a, b = sorted((i + 1, heads[i]))
        for k in range(a + 1, b):
            if not a <= heads[k - 1] <= b:
                return False
    return True


def label(path, base, raw, out):
    saved = torch.load(path, weights_only=False)
    vocabulary, vectors = vectors_of(base)
    setup = saved["setup"]
    model, coder = Reader(setup, vectors), Coder(setup, vocabulary)
    model.load_state_dict(saved["model"])
    model.eval()
    sentences = [line.rstrip("\n").split("\t") for line in open(raw, encoding="utf8")]
    sentences = [s for s in sentences if 4 <= len(s) <= 60]
    kept = dropped = 0
    started = time.time()
    with open(out, "w", encoding="utf8") as file, torch.no_grad():
        for ids in batches(sentences, 6000, True):
            tags, arcs, child, head = model(coder.batch([sentences[i] for i in ids]))
            sure = arcs.softmax(-1).amax(-1)
            chosen = arcs.argmax(-1)
            labels = model.labels_for(child, head, chosen).argmax(-1).tolist()
            tags, chosen, sure = tags.argmax(-1).tolist(), chosen.tolist(), sure.tolist()
            for b, i in enumerate(ids):
                n = len(sentences[i])
                heads = chosen[b][:n]
                if not is_projective_tree(heads) or sum(sure[b][:n]) / n < 0.85:
                    dropped += 1
                    continue
                kept += 1
                cells = [f"{f}\t{setup['tagNames'][tags[b][j]]}\t{heads[j] - 1}\t{setup['labelNames'][labels[b][j]]}" for j, f in enumerate(sentences[i])]
                file.write("\n".join(cells) + "\n\n")
            if (kept + dropped) % 20 == 0 and time.time() - started > 1e9:
                break
    print(f"kept {kept}, dropped {dropped}, {time.time() - started:.0f} s")


if __name__ == "__main__":
    mode, path, base, *rest = sys.argv[1:]
    if mode == "train":
        train(path, base, float(rest[0]))
    else:
        label(path, base, *rest)
