# See en.ftl for the context of each message.

## Everywhere

language = Ngôn ngữ
dismiss = Đóng
show-password = Hiện mật khẩu
opening = Vui lòng chờ…
try-again = Thử lại
cancel = Hủy
or = hoặc
back = Quay lại
help = Trợ giúp
still-trying = Vẫn đang thử kết nối. Kết nối mạng của bạn có thể chậm.
privacy = Quyền riêng tư
terms = Điều khoản
page-open-failed = Không thể mở trình duyệt. Hãy sao chép địa chỉ này vào trình duyệt:
mail-open-failed = Không thể mở ứng dụng email. Hãy sao chép địa chỉ này vào ứng dụng email:
problems = Vui lòng sửa các mục sau:
try-again-in = Thử lại sau { $time }
text-size = Cỡ chữ { $percent }%

## Forgot password

forgot-title = Quên mật khẩu?
forgot-lead = Nhập địa chỉ email của bạn. Chúng tôi sẽ gửi cho bạn liên kết để đặt mật khẩu mới.
forgot-lead-code = Nhập địa chỉ email của bạn. Chúng tôi sẽ gửi cho bạn mã để đặt mật khẩu mới.
hosted-lead = Bạn sẽ đặt mật khẩu mới tại { $host }. Trang này mở trong trình duyệt.
hosted-open = Tiếp tục trong trình duyệt
hosted-opened-title = Tiếp tục trong trình duyệt
hosted-opened-text = Chúng tôi đã mở { $host } trong trình duyệt. Hãy đặt mật khẩu mới ở đó, rồi đăng nhập.
hosted-open-again = Mở lại trang
email = Địa chỉ email
send = Gửi email đặt lại
sending = Đang gửi…
did-you-mean = Có phải ý bạn là { $suggestion }?
back-to-email = Quay lại kiểm tra email
back-to-sign-in = Quay lại đăng nhập

email-missing = Nhập địa chỉ email của bạn.
email-malformed = Nhập theo dạng ten@example.com.
email-refused = Dịch vụ này không chấp nhận địa chỉ đó. Hãy kiểm tra xem có gõ sai không.
code-too-early = Đó là mã, và mã chỉ dùng được trên thiết bị bạn đã dùng để yêu cầu. Nhập địa chỉ email để nhận mã mới cho thiết bị này.

## Check your email

check-title = Kiểm tra email
check-lead = Nếu có tài khoản ứng với { $email }, bạn sẽ nhận được email chứa liên kết.
check-lead-code = Nếu có tài khoản ứng với { $email }, bạn sẽ nhận được email chứa mã.
check-lead-both = Nếu có tài khoản ứng với { $email }, bạn sẽ nhận được email chứa liên kết và mã.
hosted-check = Liên kết sẽ mở một trang của dịch vụ này trong trình duyệt. Hãy đặt mật khẩu mới ở đó.
link-lifetime = Hãy mở liên kết trong vòng { $minutes } phút.
link-lifetime-hours = Hãy mở liên kết trong vòng { $hours } giờ.
link-lifetime-days = Hãy mở liên kết trong vòng { $days } ngày.
check-spam = Sau một phút vẫn chưa thấy? Hãy kiểm tra thư mục thư rác và địa chỉ ở trên.
check-spam-quota = Sau một phút vẫn chưa thấy? Hãy kiểm tra thư mục thư rác và địa chỉ ở trên. Dịch vụ này giới hạn số email gửi đi: nếu vẫn chưa nhận được gì, hãy thử lại sau một giờ.
open-mail = Mở ứng dụng email
mail-app-open-failed = Không thể mở ứng dụng email. Bạn hãy tự mở.
open-webmail = Mở { $name }
paste-label = Dán liên kết trong email
paste-hint = Dùng cách này nếu liên kết không mở ứng dụng.
paste-or-code-hint = Nếu email có mã, bạn có thể nhập mã vào đây thay cho liên kết.
code-label = Nhập mã hoặc dán liên kết
code-only-label = Nhập mã trong email
continue = Tiếp tục
checking = Đang kiểm tra…
resend = Gửi lại email
resend-in = Gửi lại sau { $time }
resent = Đã gửi lại. Chỉ email mới nhất có hiệu lực.
change-address = Dùng email khác
no-mailbox = Không truy cập được hộp thư này?
no-mailbox-lead = Để ngăn người lạ truy cập, chúng tôi chỉ gửi email đặt lại đến địa chỉ của tài khoản. Bạn vẫn còn cách khác:
no-mailbox-provider-title = Lấy lại quyền truy cập hộp thư
no-mailbox-provider-text = Nhà cung cấp email có thể giúp bạn.
no-mailbox-other-title = Thử địa chỉ khác
no-mailbox-other-text = Dùng địa chỉ khác mà bạn đã thêm vào tài khoản.
no-mailbox-support-title = Liên hệ bộ phận hỗ trợ
no-mailbox-support-text = Chúng tôi sẽ yêu cầu bạn xác minh danh tính.

no-link-or-code-found = Mã hoặc liên kết chưa đầy đủ. Hãy sao chép lại từ email.
code-incomplete = Mã chưa đầy đủ. Hãy sao chép lại từ email.
link-incomplete = Liên kết này chưa đầy đủ. Hãy sao chép toàn bộ từ email.
link-of-other-service = Liên kết này là của một dịch vụ khác.
link-of-click-tracker = Liên kết này đi qua một dịch vụ đếm lượt nhấp. Hãy mở liên kết từ email, hoặc sao chép mã trong đó.
code-wrong = Mã không đúng. Hãy so lại với email mới nhất.
code-wrong-tries = Mã không đúng. Bạn còn { $tries } lần thử.
code-wrong-last-try = Mã không đúng. Bạn còn 1 lần thử. Nếu vẫn không đúng, hãy dùng liên kết.
code-only-wrong-last-try = Mã không đúng. Bạn còn 1 lần thử. Nếu vẫn không đúng, hãy gửi lại email.
code-wrong-or-expired = Mã không đúng hoặc đã hết hạn. Hãy dùng mã trong email mới nhất, hoặc gửi lại email.
code-expired = Mã này đã hết hạn. Hãy mở liên kết trong cùng email đó, hoặc gửi lại email.
code-used = Email này đã được dùng để đặt mật khẩu.
code-superseded = Có email mới hơn. Hãy dùng mã trong email đó.
code-invalid = Mã này không dùng được ở đây. Hãy mở liên kết trong email, hoặc gửi lại email.
code-only-invalid = Mã này đã hết hạn hoặc không dùng được ở đây. Hãy gửi lại email.

## Choose a new password

reset-title = Đặt mật khẩu mới
reset-checking = Đang kiểm tra liên kết…
reset-for = Tài khoản: { $email }
new-password = Mật khẩu mới
confirm-password = Nhập lại mật khẩu mới
second-factor = Mã từ ứng dụng xác thực
second-factor-hint = Tài khoản này đã bật xác minh hai bước.
set-password = Đổi mật khẩu
setting-password = Đang đổi mật khẩu…
rule-length = Ít nhất { $min } ký tự
rule-length-so-far = { $have }/{ $min } ký tự
rule-length-refused = { $have }/{ $min } ký tự. Thêm { $more } ký tự nữa.
rule-leaks = Không có trong dữ liệu bị rò rỉ
tip-words = Ghép vài từ không liên quan đến nhau sẽ dễ nhớ.
tip-manager = Hãy lưu vào trình quản lý mật khẩu.
minutes-left = Liên kết này còn dùng được { $minutes } phút.
hours-left = Liên kết này còn dùng được { $hours } giờ.
days-left = Liên kết này còn dùng được { $days } ngày.
expires-soon-title = Liên kết này sẽ hết hạn sau { $minutes } phút
expires-soon-text = Những gì bạn đã nhập vẫn được giữ lại.
renew = Nhận liên kết mới
renewed = Liên kết mới đang được gửi. Khi bạn mở liên kết đó, những gì đã nhập vẫn còn ở đây.
caps-lock = Caps Lock đang bật.

strength = Độ mạnh
strength-0 = Rất yếu
strength-1 = Yếu
strength-2 = Trung bình
strength-3 = Tốt
strength-4 = Mạnh
advice-common = Nhiều người dùng mật khẩu này hoặc tương tự.
advice-keyboard = Các phím cạnh nhau bị đoán đầu tiên.
advice-repeat = Lặp lại không giúp ích nhiều.
advice-sequence = Các chuỗi như abc hay 6543 bị đoán đầu tiên.
advice-date = Ngày tháng và năm rất dễ đoán.
advice-word = Chỉ một từ thì dễ đoán.
advice-name = Tên rất dễ đoán.
advice-substitution = Đổi a thành @ không giúp ích nhiều.
advice-more-words = Thêm một hai từ ít gặp nữa.

breach-checking = Đang kiểm tra dữ liệu bị rò rỉ…
breach-unknown = Không thể kiểm tra dữ liệu bị rò rỉ. Bạn vẫn có thể tiếp tục.

password-missing = Nhập mật khẩu mới.
password-refused = Dịch vụ này không chấp nhận mật khẩu đó. Hãy thử mật khẩu dài hơn.
passwords-differ = Hai mật khẩu không khớp. Nhập lại mật khẩu thứ hai, hoặc hiện mật khẩu thứ nhất.
second-factor-wrong = Mã không đúng. Nhập mã mà ứng dụng đang hiện; mỗi mã chỉ dùng được một lần.
too-short = Hãy dùng nhiều ký tự hơn.
too-short-min = Hãy dùng ít nhất { $min } ký tự.
too-long = Hãy dùng ít ký tự hơn.
too-long-max = Hãy dùng tối đa { $max } ký tự.
too-many-bytes = Quá dài. Bạn có thể dùng tối đa { $max } chữ cái không dấu và chữ số; mỗi chữ có dấu, chữ thuộc hệ chữ viết khác hoặc biểu tượng cảm xúc được tính là hai đến bốn ký tự.
password-characters = Kết hợp chữ thường, chữ hoa, chữ số và ký hiệu như ! hoặc ?.
password-common = Quá dễ đoán. Hãy chọn mật khẩu ít phổ biến hơn.
password-breached = Có trong dữ liệu bị rò rỉ. Hãy chọn mật khẩu khác.
password-personal = Không dùng bất kỳ phần nào của địa chỉ email.
password-product-name = Không dùng tên của dịch vụ này.
password-same = Đó là mật khẩu hiện tại của bạn. Hãy chọn mật khẩu mới.

## Done

done-title = Đã đổi mật khẩu
done-for = Đăng nhập bằng { $email } và mật khẩu mới.
sessions-ended = Tất cả thiết bị khác đã được đăng xuất lúc { $time }. Hãy đăng nhập lại trên các thiết bị đó bằng mật khẩu mới.
sessions-kept = Các thiết bị khác có thể vẫn đang đăng nhập. Nếu có người khác biết mật khẩu cũ của bạn, hãy đăng xuất các thiết bị đó trong phần cài đặt tài khoản.
close-hint = Bạn có thể đóng cửa sổ này.

## A link that does not work

expired-title = Liên kết này đã hết hạn
expired-text = Liên kết chỉ dùng được trong thời gian ngắn để bảo vệ tài khoản của bạn. Hãy nhận liên kết mới và bạn sẽ tiếp tục được ngay.
invalid-or-expired-title = Liên kết này không dùng được
invalid-or-expired-text = Liên kết đã hết hạn, đã được dùng hoặc chưa đầy đủ. Hãy sao chép toàn bộ từ email mới nhất, hoặc nhận liên kết mới.
used-title = Liên kết này đã được dùng
used-text = Liên kết này đã được dùng để đặt mật khẩu mới. Nếu bạn không làm việc đó, hãy nhận liên kết mới ngay và đặt mật khẩu khác.
superseded-title = Có email mới hơn
superseded-text = Chỉ liên kết trong email mới nhất có hiệu lực. Hãy mở liên kết đó, hoặc nhận liên kết mới.
other-device-title = Mở liên kết này trên thiết bị khác của bạn
other-device-text = Liên kết này chỉ dùng được trên thiết bị bạn đã dùng để yêu cầu. Hãy mở trên thiết bị đó, hoặc nhận liên kết mới cho thiết bị này.
damaged-title = Liên kết này chưa đầy đủ
damaged-text = Hãy sao chép toàn bộ liên kết từ email, từ ký tự đầu đến ký tự cuối, hoặc nhận liên kết mới.
other-service-title = Liên kết này không dành cho ứng dụng này
other-service-text = Liên kết này dẫn đến một dịch vụ khác nên chúng tôi chưa gửi gì cả. Nếu bạn không chờ email này, hãy xóa nó.
hosted-link-title = Đặt mật khẩu trên trang của dịch vụ
hosted-link-text = Ứng dụng này không dùng được liên kết đó nên chưa có gì thay đổi. Hãy mở liên kết từ email bằng trình duyệt và đặt mật khẩu mới ở đó.
account-closed-title = Tài khoản này đã bị khóa
account-closed-text = Dịch vụ đã khóa tài khoản này nên mật khẩu của bạn chưa được đổi. Hãy liên hệ bộ phận hỗ trợ để mở khóa.
unsupported-factor-title = Ứng dụng này không hỗ trợ bước xác minh thứ hai
unsupported-factor-text = Tài khoản này đã bật xác minh hai bước bằng phương thức mà ứng dụng này không hỗ trợ. Mật khẩu của bạn chưa được đổi. Hãy liên hệ bộ phận hỗ trợ.
hosted-failed-title = Mật khẩu của bạn chưa được đổi
hosted-failed-text = Bạn chưa đặt được mật khẩu mới trên trang trong trình duyệt. Hãy bắt đầu lại và mở lại trang đó.
return-unknown-title = Không rõ mật khẩu của bạn đã được đổi hay chưa
return-unknown-text = Liên kết này không thuộc trang nào do ứng dụng này mở. Hãy thử mật khẩu mới; nếu không được, hãy bắt đầu lại.
send-new-link = Gửi liên kết mới
ask-new-link = Nhận liên kết mới
other-device-ask = Nhận liên kết cho thiết bị này

## The service cannot be reached, or does not answer

offline = Không thể kết nối với dịch vụ. Hãy kiểm tra kết nối mạng, rồi thử lại.
offline-title = Bạn đang ngoại tuyến
offline-text = Ứng dụng sẽ tự tiếp tục khi có mạng trở lại. Những gì bạn đã nhập sẽ không bị mất.
waiting-for-connection = Đang chờ kết nối…
wait-title = Thử quá nhiều lần
wait-text = Để bảo mật, hãy chờ một lát rồi thử lại.
down-title = Dịch vụ đang gặp sự cố
down-text = Hãy thử lại sau vài phút. Những gì bạn đã nhập sẽ không bị mất.
timed-out = Dịch vụ phản hồi quá lâu. Hãy thử lại.
tls-error = Không thể kết nối an toàn. Nếu dùng Wi-Fi công cộng, hãy đăng nhập vào mạng trước. Hãy kiểm tra cả ngày giờ trên thiết bị này.
proxy-error = Proxy của mạng đã chặn kết nối đến dịch vụ. Hãy hỏi người quản lý mạng này, hoặc dùng mạng khác.
captcha-required = Dịch vụ này cần xác minh bạn không phải là robot, nhưng ứng dụng này không làm được việc đó. Hãy đặt mật khẩu mới trên trang web của dịch vụ.
rate-limited = Thử quá nhiều lần. Hãy thử lại sau { $time }.
rate-limited-no-time = Thử quá nhiều lần. Hãy thử lại sau một phút.
not-configured = Ứng dụng này không biết tài khoản của bạn thuộc dịch vụ nào. Hãy hỏi người đã cung cấp ứng dụng cho bạn.
unexpected-response = Phản hồi nhận được không đến từ dịch vụ. Nếu dùng Wi-Fi công cộng, hãy đăng nhập vào mạng trước; nếu không, hãy nhờ trợ giúp.
invalid-response = Ứng dụng này không hiểu phản hồi của dịch vụ. Hãy thử lại sau, hoặc nhờ trợ giúp.
invalid-response-details = Ứng dụng này không hiểu phản hồi của dịch vụ. Hãy thử lại sau. Khi nhờ trợ giúp, hãy đọc nội dung này: { $answer }

## Shown once, above the screen

memory-only = Hãy để ứng dụng này mở cho đến khi bạn hoàn tất. Thiết bị này không thể lưu yêu cầu của bạn một cách an toàn.
newer-link = Một liên kết mới hơn đã được mở và đang được sử dụng.
bad-link-ignored = Một liên kết khác đã được mở nhưng không dùng được. Bạn có thể tiếp tục ở đây.
clock-wrong = Đồng hồ của thiết bị này bị sai nên thời gian ở đây có thể không chính xác. Hãy đặt lại ngày giờ.
