"""What people say when they ask: phrases by what they ask for, kept as sound forms (see `rag.words.sound`)."""

from __future__ import annotations

from typing import Final

from ingest.folding import fold, tone_normal
from rag.words import has_accents, sounds


def says(typed: str, phrases: tuple[str, ...]) -> bool:
    """Whether the question holds one of ``phrases`` as typed: with accents where it has them, else without.

    For words that would be mistaken for others by sound alone ("lương", "số lượng").
    """
    accents = has_accents(typed)
    text = f" {' '.join(_plain(tone_normal(typed) if accents else fold(typed)))} "
    return any(f" {phrase if accents else fold(phrase)} " in text for phrase in phrases)


def _plain(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()

LEAD: Final = sounds(
    """ai chủ trì|đơn vị nào chủ trì|cơ quan nào chủ trì|sở nào chủ trì|phòng nào chủ trì|đơn vị chủ trì|cơ quan chủ trì|ai là đầu mối|ai đầu mối|đơn vị đầu mối|
    cơ quan đầu mối|đơn vị nào đầu mối|ai lo|ai phụ trách|ai làm|ai chịu trách nhiệm|ai thực hiện|do ai|giao ai|giao cho ai|giao đơn vị nào|giao cơ quan nào|giao sở nào|giao phòng nào|
    đơn vị nào thực hiện|cơ quan nào thực hiện|đơn vị nào lo|cơ quan nào lo|sở nào lo|phòng nào lo|phòng nào làm|sở nào làm|đơn vị nào làm|cơ quan nào làm|đơn vị nào phụ trách|
    cơ quan nào phụ trách|phòng nào phụ trách|sở nào phụ trách|ai đứng ra|ai cầm trịch|ai đảm nhiệm|đơn vị nào chịu trách nhiệm|cơ quan nào chịu trách nhiệm|ai tham mưu|đơn vị nào tham mưu|
    chủ trì là ai|bên nào chủ trì|bên nào lo|bên nào làm|ban nào|phòng nào|sở nào|đơn vị nào|cơ quan nào|ai theo dõi|đơn vị nào theo dõi|thuộc trách nhiệm của ai|
    trách nhiệm của ai|ai chính|làm chính|chủ trì|đầu mối|người nào|ai được giao|đơn vị thực hiện|cơ quan thực hiện|người phụ trách|giao về đâu|về tay ai""".split("|")
)
SUPPORT: Final = sounds(
    """phối hợp với ai|ai phối hợp|đơn vị phối hợp|cơ quan phối hợp|đơn vị nào phối hợp|cơ quan nào phối hợp|sở nào phối hợp|phòng nào phối hợp|phối hợp cùng ai|cùng làm với ai|
    làm cùng ai|làm cùng với ai|làm với ai|ai cùng làm|cùng ai|ai tham gia cùng|ai cùng tham gia|phối hợp với những ai|phối hợp với đơn vị nào|phối hợp với cơ quan nào|
    phối hợp với sở nào|phối hợp là ai|phối hợp gồm những ai|ai phụ|bên phối hợp|đơn vị cùng làm|cùng làm|với ai|phối hợp sở nào|phối hợp đơn vị nào|phối hợp""".split("|")
)
DUE: Final = sounds(
    """khi nào|ngày bao nhiêu|trước thời điểm nào|bao giờ|thời hạn hoàn thành|thời hạn|hạn chót|hạn hoàn thành|hạn nộp|deadline|thời gian hoàn thành|thời gian thực hiện|lúc nào|tháng mấy|tháng nào|ngày nào|ngày mấy|
    trước ngày nào|trước ngày mấy|hôm nào|quý mấy|quý nào|bao lâu|xong trước|chậm nhất|đến hạn|hạn cuối|tiến độ|mốc thời gian|mốc hoàn thành|hạn lúc nào|hạn nào|hạn gì|hạn bao giờ|hạn|
    năm nào|kỳ hạn|thời gian nào|giai đoạn nào|thời gian|tầm nào|từ ngày nào|đợt nào|dịp nào|chừng nào|vào thời gian nào|từ bao giờ|đến bao giờ|hạn thế nào|mấy giờ|thời điểm""".split("|")
)
RESULT: Final = sounds(
    """kết quả cần đạt|kết quả phải đạt|kết quả dự kiến|kết quả đầu ra|kết quả thế nào|kết quả ra sao|kết quả là gì|ra kết quả gì|kết quả gì|kết quả|sản phẩm đầu ra|sản phẩm|đầu ra|
    ra cái gì|ra sản phẩm gì|phải ra cái gì|phải nộp gì|nộp cái gì|làm ra gì|làm ra cái gì|đạt kết quả thế nào|ra sao""".split("|")
)
NOTE: Final = sounds("""ghi chú gì|cột ghi chú|ghi chú|lưu ý gì""".split("|"))
MEASURE: Final = sounds("""đơn vị tính|tính bằng gì|đo bằng gì|đơn vị đo|tính theo đơn vị nào""".split("|"))
VALUE: Final = sounds(
    """bao nhiêu phần trăm|bao nhiêu|mấy phần trăm|đạt mức nào|mức nào|thứ mấy|hạng mấy|xếp thứ mấy|xếp hạng mấy|chỉ tiêu là gì|đạt mấy|là mấy|mấy|cấp độ mấy|cấp độ nào|mục tiêu là gì|đặt mức|
    đặt bao nhiêu|phải đạt|cao hơn mức nào|ở mức nào""".split("|")
)
LIST: Final = sounds(
    """những nhiệm vụ nào|các nhiệm vụ nào|nhiệm vụ nào|nhiệm vụ gì|những việc nào|việc nào|việc gì|những việc gì|những công việc nào|công việc nào|công việc gì|
    liệt kê|kể hết|kể ra|kể tên|kể các|danh sách|gồm những gì|gồm những|làm gì|làm những gì|phải làm gì|được giao gì|những gì|những chỉ tiêu nào|các chỉ tiêu nào|chỉ tiêu nào|chỉ tiêu gì|
    các nhiệm vụ|hoạt động nào|nội dung nào|dòng nào|những kế hoạch con nào|kế hoạch con nào|việc con nào|
    dính những|có tên ở|đầu việc|mấy việc nào|toàn bộ nhiệm vụ|tất cả nhiệm vụ|những đầu việc|kế hoạch nào""".split("|")
)
LIST_BARE: Final = sounds("""các việc|những việc|các nhiệm vụ|những nhiệm vụ|các chỉ tiêu|những chỉ tiêu|những hoạt động|các hoạt động|các công việc|những công việc""".split("|"))
COUNT: Final = sounds(
    """bao nhiêu nhiệm vụ|mấy nhiệm vụ|bao nhiêu việc|mấy việc|bao nhiêu chỉ tiêu|mấy chỉ tiêu|bao nhiêu nhóm|mấy nhóm|tổng số nhiệm vụ|tổng số chỉ tiêu|
    bao nhiêu công việc|mấy công việc|bao nhiêu đầu việc|mấy đầu việc|mấy kế hoạch|bao nhiêu kế hoạch|bao nhiêu hoạt động|mấy hoạt động|
    mấy việc con|bao nhiêu việc con|mấy nhiệm vụ con|mấy mục|bao nhiêu mục|mấy dòng|bao nhiêu dòng|bao nhiêu phụ lục|mấy phụ lục|mấy nội dung|đếm""".split("|")
)
REPORT: Final = sounds("""báo cáo|sơ kết|tổng kết|gửi về|phản ánh""".split("|"))
RECIPIENT: Final = sounds(
    """gửi cho ai|gửi ai|gửi về đâu|gửi đâu|gửi về cơ quan nào|gửi cơ quan nào|gửi đơn vị nào|gửi về đơn vị nào|gửi sở nào|gửi về sở nào|báo cáo ai|báo cáo cho ai|báo cáo về đâu|báo cáo với ai|
    báo cáo cơ quan nào|báo cáo đơn vị nào|báo cáo bộ nào|báo cáo lên đâu|nộp cho ai|nộp về đâu|nộp ở đâu|phản ánh về đâu|phản ánh với ai|phản ánh cho ai|phản ánh đến đâu|về đâu|báo về đâu|qua sở nào|qua đơn vị nào|
    qua cơ quan nào|qua đâu|báo ai|hỏi ai|cho ai|tới đâu|lên đâu""".split("|")
)
FREQUENCY: Final = sounds(
    """bao lâu một lần|mấy lần|tần suất|định kỳ thế nào|định kỳ ra sao|định kỳ như thế nào|bao lâu báo cáo|những kỳ nào|các kỳ nào|những loại báo cáo nào|mấy kỳ|theo kỳ nào|chế độ báo cáo|định kỳ bao lâu""".split("|")
)
HEADER: Final = {
    "signer_title": sounds("""chức vụ gì|chức danh gì|giữ chức vụ gì|giữ chức gì|chức vụ|chức danh|với tư cách gì""".split("|")),
    "signer": sounds("""ai ký|ký kế hoạch|người ký|ký bởi ai|do ai ký|ký tên|ai là người ký|ai đứng ký|ai ký ban hành|ai duyệt ký""".split("|")),
    "number": sounds(
        """số bao nhiêu|mang số hiệu gì|số hiệu gì|mang số hiệu nào|số hiệu nào|số hiệu|số mấy|số ký hiệu|số văn bản|mang số|số kế hoạch|số nào|in số""".split("|")
    ),
    "date": sounds(
        """ngày ban hành|ban hành ngày nào|ban hành ngày mấy|ký ngày nào|ký ngày mấy|ban hành khi nào|ban hành hôm nào|ban hành bao giờ|ban hành lúc nào|ký hôm nào|ra ngày nào|ngày ký|ký đúng ngày mấy|ký đúng ngày|ngày ban hành in trên đầu|ký ngày tháng nào|ký khi nào|đề ngày nào""".split("|")
    ),
    "issuer": sounds(
        """ai ban hành|cơ quan nào ban hành|đơn vị nào ban hành|cơ quan ban hành|đơn vị ban hành|nơi ban hành|do cơ quan nào ban hành|của cơ quan nào|ban hành bởi""".split("|")
    ),
    "recipients": sounds("""nơi nhận|lưu ở đâu|gửi những nơi nào|gửi những đâu|mục lưu|gửi tới sở nào|gửi đến sở nào|gửi đến những cơ quan nào|gửi cho những nơi nào|nơi nào nhận|gửi tới những đâu""".split("|")),
    "place": sounds("""địa danh|ban hành tại đâu|ký tại đâu|ban hành ở đâu|ký ở đâu""".split("|")),
    "title": sounds("""tên đầy đủ|tiêu đề|tên kế hoạch|trích yếu tên gọi|tên gọi|trích yếu|kế hoạch về việc gì|tên của kế hoạch""".split("|")),
    "legal_bases": sounds("""căn cứ vào|căn cứ những|căn cứ văn bản|căn cứ các|căn cứ nào|căn cứ gì|căn cứ pháp lý|dựa trên văn bản|văn bản căn cứ|dựa vào văn bản|ban hành theo|thực hiện theo văn bản""".split("|")),
}
OUTSIDE: Final = tuple(
    phrase.strip()
    for phrase in """số điện thoại|điện thoại bao nhiêu|email|imeo|e mail|hộp thư|địa chỉ nào|địa chỉ ở đâu|địa chỉ là gì|đặt ở địa chỉ|tên là gì|tên gì|họ tên|hội trường|ở phòng nào|lương bao nhiêu|mức lương|đường nào|trụ sở ở đâu|thưởng bao nhiêu|bao nhiêu tiền|bao nhiêu kinh phí|tổng kinh phí|kinh phí bao nhiêu|
    tổng mức đầu tư|vốn điều lệ|bao nhiêu tỷ|bao nhiêu triệu|bao nhiêu đồng|tổng vốn|số tài khoản|fax|website nào|facebook|zalo|biển số|bao nhiêu người tham gia|mấy biên chế|hết bao nhiêu tiền|ngân sách bao nhiêu|
    nguồn kinh phí bao nhiêu|dự toán bao nhiêu|tốn bao nhiêu|chi bao nhiêu tiền|cấp bao nhiêu tiền|bao nhiêu biên chế|giá bao nhiêu""".split("|")
)
CONTINUOUS: Final = sounds("""thường xuyên|liên tục""".split("|"))
WHOLE_YEAR: Final = sounds("""cả năm|quanh năm""".split("|"))
UNDATED: Final = tuple(
    phrase.strip()
    for phrase in """không có thời hạn|không có hạn|không ghi thời hạn|chưa có thời hạn|không ghi hạn|không nêu thời hạn|chưa ghi thời hạn|không có ngày|không ấn định|chưa có hạn|không nêu hạn|bỏ trống thời hạn|để trống thời hạn|chưa ấn định|không xác định thời hạn|không có mốc""".split("|")
)
OVERDUE: Final = tuple(
    phrase.strip()
    for phrase in """quá hạn|trễ hạn|chậm tiến độ|hết hạn|lố hạn|đã đến hạn chưa|trễ|quá thời hạn""".split("|")
)
JOINT: Final = sounds("""đồng chủ trì|cùng chủ trì|chung chủ trì|chủ trì chung|chủ trì cùng""".split("|"))
BLANK: Final = tuple("""không ghi|chưa ghi|không nêu|chưa nêu|để trống|bỏ trống|không có|chưa có|thiếu""".split("|"))
COMPARE: Final = sounds("""lần lượt|so sánh|khác nhau|mỗi bên|và của|vs|so với|giống nhau|chênh nhau""".split("|"))
FOLLOW: Final = sounds("""thế còn|còn|thế|vậy còn|vậy thì|thì sao|thế thì|vậy""".split("|"))
TASK_NOUN: Final = sounds("""nhiệm vụ|việc|công việc|đầu việc|hoạt động""".split("|"))
TARGET_NOUN: Final = sounds("""chỉ tiêu|mục tiêu|chỉ số""".split("|"))
GROUP_NOUN: Final = sounds("""bao nhiêu nhóm|mấy nhóm|những nhóm nào|các nhóm nào|nhóm nào|nhóm nhiệm vụ nào""".split("|"))
CHILD_NOUN: Final = sounds("""con|thành phần|nhánh|nhỏ|cụ thể|tiểu mục""".split("|"))
