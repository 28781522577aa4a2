# Tên lệnh và lời giải thích cho `make help` nằm sau dấu ##.
PYTHON   ?= python3
VENV     := .venv
BIN      := $(VENV)/bin
STAMP    := $(VENV)/.installed
DATA     ?= .data/sample
HOST     ?= 127.0.0.1
PORT     ?= 8000
QUESTION ?= Cơ quan nào chủ trì tái cấu trúc quy trình dịch vụ công trực tuyến?
export QUESTION
# Gói Debian tùy chọn: thiếu gói nào thì chỉ định dạng đó không đọc được.
SYSTEM   := libreoffice-writer
SYSTEM   += libreoffice-calc
SYSTEM   += tesseract-ocr tesseract-ocr-vie
EXTRA    ?=
PACKAGES := ingest index rag web api eval

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup system run test check eval format clean

help: ## Hiện các lệnh có sẵn
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## Tạo .venv và cài mọi thư viện đã ghim phiên bản
	@:

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên (make setup PYTHON=/đường/dẫn/python3)." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt --editable '.[dev]'
	@touch $@

system: ## Cài gói Debian tùy chọn để đọc .doc, .odt, .rtf, .xls và bản quét (cần quyền root)
	@if dpkg -s $(SYSTEM) $(EXTRA) >/dev/null 2>&1; then \
		echo "Đã có: $(SYSTEM) $(EXTRA)"; \
	elif ! command -v apt-get >/dev/null; then \
		echo "Không có apt-get nên không cài gì; gói tùy chọn: $(SYSTEM) $(EXTRA)" >&2; \
	elif [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends $(SYSTEM) $(EXTRA); \
	else \
		echo "Không có quyền root nên không cài gì; muốn đọc các định dạng ấy hãy chạy: sudo make system" >&2; \
	fi

run: setup ## Nạp kế hoạch mẫu, trả lời một câu hỏi mẫu rồi mở trang web tại máy này
	$(BIN)/roviec ingest eval/plans --data $(DATA)
	$(BIN)/roviec ask "$$QUESTION" --data $(DATA)
	@echo
	@echo 'Hỏi câu của bạn:  $(BIN)/roviec ask "…" --data $(DATA)'
	@echo 'Nạp kế hoạch khác: $(BIN)/roviec ingest THƯ_MỤC --data $(DATA)'
	@echo 'Trang web:         http://$(HOST):$(PORT)  (Ctrl+C để dừng)'
	@echo
	$(BIN)/roviec serve --data $(DATA) --host $(HOST) --port $(PORT)

test: setup ## Chạy mọi kiểm thử
	$(BIN)/python -m pytest

check: setup ## Kiểm tra định dạng, quy tắc, kiểu và chiều phụ thuộc
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

eval: setup ## Chấm điểm hỏi đáp và so với mốc đã lưu
	$(BIN)/roviec eval

format: setup ## Sửa định dạng và các lỗi tự sửa được
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Xóa .venv, dữ liệu mẫu và bộ nhớ đệm
	rm -rf $(VENV) .data build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov
	find $(PACKAGES) tests -name __pycache__ -type d -prune -exec rm -rf {} +
