"""What a unit is said to do in a row ("làm đầu mối", "có tên phối hợp"), and the part that this gives it."""

from __future__ import annotations

from typing import Final

from rag.language.words import sound

DIRECTLY: Final = ("thực hiện", "làm", "triển khai", "phụ trách", "chủ trì", "đảm nhiệm", "đảm nhận", "lo", "tổ chức")
"""What a unit does itself, said with "trực tiếp" or "đứng" before it, and others only help with."""
_AS: Final = (
    *(
        "là",
        "ghi là",
        "được ghi là",
        "được nêu là",
        "nêu là",
        "làm",
        "đóng vai",
        "với vai trò",
        "trong vai",
        "với tư cách",
        "với tư cách là",
    ),
    *(
        f"{stands} {place} cột".replace("  ", " ").strip()
        for stands in ("", "ghi", "nêu", "nằm", "đứng", "đứng tên", "có tên", "có mặt", "được ghi", "xuất hiện")
        for place in ("", "trong", "tại")
    ),
)
"""What stands between a unit and the name of its part: of its column ("ở" is skipped with nouns of places), or "là đơn vị …"."""
_NAMED: Final = (
    "đứng",
    "đứng làm",
    "đứng tên",
    "được ghi tên",
    "ghi tên",
    "được nêu tên",
    "có tên",
    "được giao",
    "nhận",
    "đứng ra",
)
"""What stands right before a unit's part."""
_PARTS: Final = (
    *(("phối hợp", "support"), ("chủ trì", "lead"), ("thực hiện", "lead"), ("đầu mối", "lead"), ("phụ trách", "lead")),
    *(("tham mưu", "lead"), ("hỗ trợ", "support"), ("cùng làm", "support")),
)
_LEADING: Final = (
    *(
        "đứng mũi chịu sào",
        "đứng mũi",
        "chịu sào",
        "cầm trịch",
        "cầm chịch",
        "cầm cái",
        "cầm chính",
        "cầm lái",
        "cầm cương",
        "chèo lái",
        "chịu trận",
    ),
    *(
        "gánh vác",
        "gánh chính",
        "gánh phần chính",
        "gồng gánh",
        "cáng đáng",
        "ôm chính",
        "lãnh chính",
        "nhận chính",
        "lãnh phần chính",
        "nhận phần chính",
        "lo phần chính",
        "cầm phần chính",
        "đảm đương",
        "ôm phần chính",
        "lo chính",
        "lo liệu",
    ),
    *(
        "đứng ra gánh vác",
        "đứng ra lo liệu",
        "làm đầu tàu",
        "làm nòng cốt",
        "làm trụ cột",
        "làm chủ lực",
        "giữ vai trò chính",
    ),
    *("giữ vai chính", "đóng vai chính", "đóng vai trò chính", "lĩnh ấn tiên phong", "đứng đầu sóng ngọn gió"),
)
_HELPING: Final = (
    *(
        "chung tay",
        "góp tay",
        "góp sức",
        "góp một tay",
        "ghé vai",
        "kề vai",
        "chung vai",
        "xắn tay giúp",
        "hậu thuẫn",
        "đỡ đần",
    ),
    *(
        "phụ một tay",
        "giúp một tay",
        "đỡ một tay",
        "tiếp tay",
        "tiếp sức",
        "trợ giúp",
        "trợ lực",
        "làm phụ",
        "đóng vai phụ",
    ),
    *(
        "đóng vai trò phụ",
        "giữ vai phụ",
        "giữ vai trò phụ",
        "đứng sau hỗ trợ",
        "sát cánh",
        "hợp sức",
        "hùn sức",
        "phụ vào",
        "phụ cho",
    ),
)
_TAKING: Final = ("nhận", "lãnh", "phải nhận", "được nhận", "nhận làm", "nhận về")
IDIOMS: Final = tuple(sorted(map(sound, (*_LEADING, *_HELPING, *_TAKING)), key=lambda one: -len(one)))
"""Sound forms of how people say that a unit leads work or helps with it, the longest first; no plan prints them."""
HELPING_IDIOMS: Final = tuple(map(sound, _HELPING))
"""Those of them that say that a unit helps."""
ROLE_WORDS: Final = tuple(
    (sound(word), role)
    for word, role in (
        ("đồng chủ trì", "lead"),
        ("cùng chủ trì", "lead"),
        ("chủ trì, phối hợp", "any"),
        ("chủ trì hoặc phối hợp", "any"),
        ("chủ trì và phối hợp", "any"),
        ("phải chủ trì, phối hợp", "any"),
        ("phải chủ trì", "lead"),
        ("được giao chủ trì", "lead"),
        ("được giao phối hợp", "support"),
        ("phải phối hợp", "support"),
        ("có tên phối hợp", "support"),
        ("được ghi tên phối hợp", "support"),
        ("làm chính", "lead"),
        ("phải làm chính", "lead"),
        ("chủ trì", "lead"),
        ("làm đầu mối", "lead"),
        ("đầu mối", "lead"),
        ("phụ trách", "lead"),
        *((word, "lead") for word in _LEADING),
        *((word, "support") for word in _HELPING),
        ("tham mưu", "lead"),
        ("được giao tham mưu", "lead"),
        ("chịu trách nhiệm", "lead"),
        ("đứng chính", "lead"),
        ("đứng đầu", "lead"),
        ("là đơn vị thực hiện chính", "lead"),
        ("là cơ quan thực hiện chính", "lead"),
        ("thực hiện chính", "lead"),
        ("là đơn vị chủ trì", "lead"),
        ("là cơ quan chủ trì", "lead"),
        ("là đơn vị phối hợp", "support"),
        ("là cơ quan phối hợp", "support"),
        ("phối hợp", "support"),
        ("cùng làm", "partner"),
        ("phố hợp", "support"),
        ("được giao thực hiện", "lead"),
        ("soạn thảo", "lead"),
        ("được giao soạn thảo", "lead"),
        *((f"{way} {does}", "lead") for way in ("trực tiếp", "đứng", "tự", "tự mình", "một mình") for does in DIRECTLY),
        *((f"{said} {role}", meant) for said in _NAMED for role, meant in _PARTS),
        ("thực hiện", "lead"),
        ("tham gia phối hợp", "support"),
        ("tham gia", "any"),
        ("hỗ trợ", "support"),
        ("lo", "lead"),
        ("đứng ra", "lead"),
        ("gánh", "lead"),
        ("ôm", "lead"),
        ("đảm trách", "lead"),
        ("đảm nhận", "lead"),
        ("cầm trịch", "lead"),
        ("vô phụ", "support"),
        ("phụ giúp", "support"),
        ("làm gì", "any"),
        ("làm những gì", "any"),
        ("làm những việc", "any"),
        ("làm các việc", "any"),
        ("làm việc gì", "any"),
        ("làm việc nào", "any"),
        ("làm bao nhiêu việc", "any"),
        ("làm mấy việc", "any"),
        ("làm nhiệm vụ", "any"),
        ("làm", "lead"),
        ("có tên", "any"),
        ("được nêu tên", "any"),
        ("liên quan", "any"),
        ("dính", "any"),
        ("góp mặt", "any"),
        *(
            (f"{said} {kind} {role}".replace("  ", " "), meant)
            for said in _AS
            for kind in ("", "cơ quan", "đơn vị", "bên", "bộ phận", "phòng")
            for role, meant in _PARTS
        ),
    )
)
"""What a unit is said to do, right after its name; the first that fits counts."""
