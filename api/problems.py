"""One table: what each error means on the command line and over HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from ingest.errors import (
    ModelMismatch,
    ModelMissing,
    NotAPlan,
    RoviecError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    UnknownUnit,
    UnreadableFile,
    WrongUse,
)

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What one class of error becomes at the edges; ``sentence`` says what it is in general."""

    exit_code: int
    status: HTTPStatus
    name: str
    sentence: str


PROBLEMS: dict[type[RoviecError], Problem] = {
    RoviecError: Problem(2, HTTPStatus.INTERNAL_SERVER_ERROR, "error", "Không thực hiện được."),
    WrongUse: Problem(2, HTTPStatus.BAD_REQUEST, "wrong-use", "Yêu cầu chưa đúng."),
    UnknownUnit: Problem(2, HTTPStatus.NOT_FOUND, "unknown-unit", "Không có đơn vị này trong các kế hoạch."),
    UnreadableFile: Problem(2, HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable-file", "Không đọc được tệp."),
    NotAPlan: Problem(2, HTTPStatus.UNPROCESSABLE_ENTITY, "not-a-plan", "Tệp không phải là kế hoạch."),
    ModelMissing: Problem(2, HTTPStatus.SERVICE_UNAVAILABLE, "model-missing", "Chưa có mô hình để tìm kiếm."),
    ModelMismatch: Problem(2, HTTPStatus.CONFLICT, "model-mismatch", "Kho kế hoạch được lập bằng mô hình khác."),
    StoreError: Problem(2, HTTPStatus.SERVICE_UNAVAILABLE, "store-error", "Không dùng được kho kế hoạch."),
    StoreBusy: Problem(2, HTTPStatus.SERVICE_UNAVAILABLE, "store-busy", "Kho kế hoạch đang bận, hãy thử lại sau."),
    StoreDamaged: Problem(2, HTTPStatus.SERVICE_UNAVAILABLE, "store-damaged", "Kho kế hoạch bị hỏng."),
}

STATUS_SENTENCES: dict[int, str] = {
    400: "Yêu cầu chưa đúng.",
    401: "Cần đăng nhập.",
    403: "Không có quyền làm việc này.",
    404: "Không có trang này.",
    405: "Không dùng được cách gọi này ở đây.",
    413: "Nội dung gửi lên quá lớn.",
    415: "Nội dung gửi lên phải là JSON.",
    421: "Máy chủ không phục vụ tên này.",
    422: "Dữ liệu gửi lên chưa đúng.",
    429: "Gọi quá nhiều lần, hãy thử lại sau ít phút.",
    500: "Máy chủ gặp lỗi, hãy thử lại sau.",
    503: "Máy chủ chưa sẵn sàng, hãy thử lại sau.",
}


STATUS_NEXT: dict[int, str] = {
    400: "Hãy quay lại trang trước, xem lại nội dung đã nhập rồi gửi lại.",
    401: "Hãy đăng nhập rồi thử lại.",
    403: "Hãy nhờ quản trị viên cấp quyền, hoặc quay lại trang hỏi.",
    404: "Địa chỉ có thể gõ thiếu, hoặc kế hoạch đã được gỡ. Hãy quay lại trang hỏi hoặc tìm trong Kho kế hoạch.",
    405: "Hãy quay lại trang trước và dùng nút trên trang.",
    413: "Hãy quay lại trang trước và gửi ít hơn mỗi lần.",
    415: "Hãy gửi nội dung dạng application/json.",
    421: "Hãy mở bằng địa chỉ đã được cấp, hoặc nhờ người vận hành thêm tên máy chủ này vào ROVIEC_ALLOWED_HOSTS.",
    422: "Hãy quay lại trang trước, xem lại nội dung đã nhập rồi gửi lại.",
    429: "Hãy đợi ít phút rồi tải lại trang.",
    500: "Lỗi đã được ghi lại ở máy chủ. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.",
    503: "Hãy đợi ít phút rồi tải lại trang.",
}


def problem_of(error: RoviecError) -> Problem:
    """The row of the nearest class that the table holds."""
    return next(PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS)


def sentence_for(status: int) -> str:
    """A plain sentence for an HTTP status, for errors that are none of ours."""
    return STATUS_SENTENCES.get(status, STATUS_SENTENCES[500 if status >= 500 else 400])


def next_for(status: int) -> str:
    """What to do next where no more is known than the status."""
    return STATUS_NEXT.get(status, STATUS_NEXT[500 if status >= 500 else 400])


def problem_body(status: int, name: str, title: str, detail: str) -> dict[str, Any]:
    """The members of a problem document (RFC 9457)."""
    kind = f"urn:roviec:problem:{name}"
    return {"type": kind, "title": title, "status": status, "detail": detail}
