# See en.ftl for the context of each message.

## Everywhere

language = 언어
dismiss = 닫기
show-password = 비밀번호 표시
opening = 잠시만 기다려 주세요…
try-again = 다시 시도
cancel = 취소
or = 또는
back = 뒤로
help = 도움말
still-trying = 계속 연결하는 중입니다. 인터넷 연결이 느릴 수 있습니다.
privacy = 개인정보처리방침
terms = 이용약관
page-open-failed = 브라우저를 열 수 없습니다. 이 주소를 복사해 브라우저에 붙여 넣으세요:
mail-open-failed = 이메일 앱을 열 수 없습니다. 이 주소를 복사해 이메일 앱에 붙여 넣으세요:
problems = 다음 항목을 수정하세요:
try-again-in = { $time } 후 다시 시도
text-size = 글자 크기 { $percent }%

## Forgot password

forgot-title = 비밀번호를 잊으셨나요?
forgot-lead = 이메일 주소를 입력하시면 새 비밀번호를 설정할 수 있는 링크를 보내 드립니다.
forgot-lead-code = 이메일 주소를 입력하시면 새 비밀번호를 설정할 수 있는 코드를 보내 드립니다.
hosted-lead = 새 비밀번호는 브라우저에서 열리는 { $host }에서 설정합니다.
hosted-open = 브라우저에서 계속
hosted-opened-title = 브라우저에서 계속하세요
hosted-opened-text = 브라우저에서 { $host } 페이지를 열었습니다. 그곳에서 새 비밀번호를 설정한 다음 로그인하세요.
hosted-open-again = 페이지 다시 열기
email = 이메일 주소
send = 재설정 이메일 보내기
sending = 보내는 중…
did-you-mean = 혹시 { $suggestion }인가요?
back-to-email = 이메일 확인으로 돌아가기
back-to-sign-in = 로그인으로 돌아가기

email-missing = 이메일 주소를 입력하세요.
email-malformed = name@example.com 형식으로 입력하세요.
email-refused = 이 서비스에서 사용할 수 없는 주소입니다. 오타가 없는지 확인하세요.
code-too-early = 코드를 입력하셨습니다. 코드는 요청한 기기에서만 사용할 수 있습니다. 이메일 주소를 입력해 이 기기에서 쓸 새 코드를 받으세요.

## Check your email

check-title = 이메일을 확인하세요
check-lead = { $email } 계정이 있으면 링크가 포함된 이메일이 전송됩니다.
check-lead-code = { $email } 계정이 있으면 코드가 포함된 이메일이 전송됩니다.
check-lead-both = { $email } 계정이 있으면 링크와 코드가 포함된 이메일이 전송됩니다.
hosted-check = 링크를 누르면 브라우저에서 이 서비스의 페이지가 열립니다. 그곳에서 새 비밀번호를 설정하세요.
link-lifetime = { $minutes }분 안에 링크를 여세요.
link-lifetime-hours = { $hours }시간 안에 링크를 여세요.
link-lifetime-days = { $days }일 안에 링크를 여세요.
check-spam = 1분이 지나도 오지 않나요? 스팸함과 위의 주소를 확인하세요.
check-spam-quota = 1분이 지나도 오지 않나요? 스팸함과 위의 주소를 확인하세요. 이 서비스는 이메일 발송 횟수를 제한합니다. 그래도 오지 않으면 1시간 후 다시 시도하세요.
open-mail = 이메일 앱 열기
mail-app-open-failed = 이메일 앱을 열 수 없습니다. 직접 열어 주세요.
open-webmail = { $name } 열기
paste-label = 이메일의 링크 붙여넣기
paste-hint = 링크를 눌러도 앱이 열리지 않을 때 사용하세요.
paste-or-code-hint = 이메일에 코드가 있으면 링크 대신 코드를 여기에 입력해도 됩니다.
code-label = 코드 입력 또는 링크 붙여넣기
code-only-label = 이메일의 코드 입력
continue = 계속
checking = 확인 중…
resend = 이메일 다시 보내기
resend-in = { $time } 후 다시 보내기
resent = 다시 보냈습니다. 최신 이메일만 사용할 수 있습니다.
change-address = 다른 이메일 사용
no-mailbox = 메일함을 열 수 없나요?
no-mailbox-lead = 다른 사람의 접근을 막기 위해 재설정 이메일은 계정에 등록된 주소로만 보냅니다. 다음 방법을 시도해 보세요.
no-mailbox-provider-title = 메일함 되찾기
no-mailbox-provider-text = 이메일 서비스 업체에서 도움을 받을 수 있습니다.
no-mailbox-other-title = 다른 주소 사용해 보기
no-mailbox-other-text = 계정에 추가해 둔 다른 주소를 사용하세요.
no-mailbox-support-title = 고객 지원에 문의하기
no-mailbox-support-text = 본인 확인 절차를 거칩니다.

no-link-or-code-found = 코드나 링크의 일부가 빠졌습니다. 이메일에서 다시 복사하세요.
code-incomplete = 코드의 일부가 빠졌습니다. 이메일에서 다시 복사하세요.
link-incomplete = 링크의 일부가 빠졌습니다. 이메일에서 링크 전체를 복사하세요.
link-of-other-service = 다른 서비스의 링크입니다.
link-of-click-tracker = 이 링크는 클릭 수를 집계하는 서비스를 거칩니다. 이메일에서 링크를 직접 열거나 코드를 복사하세요.
code-wrong = 코드가 맞지 않습니다. 최신 이메일의 코드인지 확인하세요.
code-wrong-tries = 코드가 맞지 않습니다. { $tries }번 더 시도할 수 있습니다.
code-wrong-last-try = 코드가 맞지 않습니다. 한 번 더 시도할 수 있습니다. 그래도 맞지 않으면 링크를 사용하세요.
code-only-wrong-last-try = 코드가 맞지 않습니다. 한 번 더 시도할 수 있습니다. 그래도 맞지 않으면 ‘이메일 다시 보내기’를 누르세요.
code-wrong-or-expired = 코드가 맞지 않거나 만료되었습니다. 최신 이메일의 코드를 사용하거나 ‘이메일 다시 보내기’를 누르세요.
code-expired = 코드가 만료되었습니다. 같은 이메일의 링크를 열거나 ‘이메일 다시 보내기’를 누르세요.
code-used = 이 이메일은 비밀번호를 설정하는 데 이미 사용되었습니다.
code-superseded = 더 최근 이메일이 있습니다. 그 이메일의 코드를 사용하세요.
code-invalid = 이 코드는 여기에서 사용할 수 없습니다. 이메일의 링크를 열거나 ‘이메일 다시 보내기’를 누르세요.
code-only-invalid = 코드가 만료되었거나 여기에서 사용할 수 없습니다. ‘이메일 다시 보내기’를 누르세요.

## Choose a new password

reset-title = 새 비밀번호 설정
reset-checking = 링크 확인 중…
reset-for = 계정: { $email }
new-password = 새 비밀번호
confirm-password = 새 비밀번호 확인
second-factor = 인증 앱의 코드
second-factor-hint = 이 계정은 2단계 인증을 사용 중입니다.
set-password = 비밀번호 변경
setting-password = 비밀번호 변경 중…
rule-length = { $min }자 이상
rule-length-so-far = { $min }자 중 { $have }자
rule-length-refused = { $min }자 중 { $have }자입니다. { $more }자 더 입력하세요.
rule-leaks = 알려진 유출 데이터에 없음
tip-words = 서로 관련 없는 단어 몇 개를 쓰면 기억하기 쉽습니다.
tip-manager = 비밀번호 관리자에 저장하세요.
minutes-left = 이 링크는 { $minutes }분 더 사용할 수 있습니다.
hours-left = 이 링크는 { $hours }시간 더 사용할 수 있습니다.
days-left = 이 링크는 { $days }일 더 사용할 수 있습니다.
expires-soon-title = 이 링크는 { $minutes }분 후 만료됩니다
expires-soon-text = 입력한 내용은 그대로 유지됩니다.
renew = 새 링크 받기
renewed = 새 링크를 보내 드립니다. 링크를 열어도 입력한 내용은 그대로 유지됩니다.
caps-lock = Caps Lock이 켜져 있습니다.

strength = 강도
strength-0 = 매우 약함
strength-1 = 약함
strength-2 = 보통
strength-3 = 좋음
strength-4 = 강력함
advice-common = 많은 사람이 똑같거나 매우 비슷한 비밀번호를 사용합니다.
advice-keyboard = 키보드에서 나란히 있는 글자는 추측하기 쉽습니다.
advice-repeat = 반복해도 크게 강해지지 않습니다.
advice-sequence = abc나 6543처럼 이어지는 문자는 추측하기 쉽습니다.
advice-date = 날짜와 연도는 추측하기 쉽습니다.
advice-word = 단어 하나는 추측하기 쉽습니다.
advice-name = 이름은 추측하기 쉽습니다.
advice-substitution = a를 @로 바꿔도 크게 강해지지 않습니다.
advice-more-words = 흔하지 않은 단어를 한두 개 더 추가하세요.

breach-checking = 알려진 유출 데이터 확인 중…
breach-unknown = 유출 데이터를 확인할 수 없습니다. 계속 진행해도 됩니다.

password-missing = 새 비밀번호를 입력하세요.
password-refused = 이 서비스에서 사용할 수 없는 비밀번호입니다. 더 긴 비밀번호를 입력해 보세요.
passwords-differ = 비밀번호가 일치하지 않습니다. 두 번째 비밀번호를 다시 입력하거나 첫 번째 비밀번호를 표시해 확인하세요.
second-factor-wrong = 코드가 맞지 않습니다. 지금 앱에 표시된 코드를 입력하세요. 코드는 한 번씩만 사용할 수 있습니다.
too-short = 더 길게 입력하세요.
too-short-min = { $min }자 이상 입력하세요.
too-long = 더 짧게 입력하세요.
too-long-max = { $max }자 이하로 입력하세요.
too-many-bytes = 너무 깁니다. 영문자와 숫자는 { $max }자까지 입력할 수 있습니다. 한글, 다른 문자, 이모지는 하나가 2~4자로 계산됩니다.
password-characters = 영문 소문자와 대문자, 숫자, ! 또는 ? 같은 기호를 섞어 사용하세요.
password-common = 추측하기 너무 쉽습니다. 흔하지 않은 비밀번호를 사용하세요.
password-breached = 유출된 데이터에 있는 비밀번호입니다. 다른 비밀번호를 사용하세요.
password-personal = 이메일 주소의 일부가 들어가지 않게 하세요.
password-product-name = 이 서비스의 이름이 들어가지 않게 하세요.
password-same = 현재 비밀번호와 같습니다. 새 비밀번호를 사용하세요.

## Done

done-title = 비밀번호가 변경되었습니다
done-for = 새 비밀번호로 { $email } 계정에 로그인하세요.
sessions-ended = { $time }에 다른 모든 기기에서 로그아웃되었습니다. 그 기기에서는 새 비밀번호로 로그인하세요.
sessions-kept = 다른 기기에는 아직 로그인되어 있을 수 있습니다. 다른 사람이 이전 비밀번호를 알고 있었다면 계정 설정에서 그 기기를 모두 로그아웃하세요.
close-hint = 이 창을 닫아도 됩니다.

## A link that does not work

expired-title = 링크가 만료되었습니다
expired-text = 계정을 보호하기 위해 링크는 짧은 시간 동안만 사용할 수 있습니다. 새 링크를 받으면 바로 계속할 수 있습니다.
invalid-or-expired-title = 사용할 수 없는 링크입니다
invalid-or-expired-text = 만료되었거나 이미 사용했거나 일부가 빠진 링크입니다. 최신 이메일에서 링크 전체를 복사하거나 새 링크를 받으세요.
used-title = 이미 사용한 링크입니다
used-text = 이 링크로 새 비밀번호가 설정되었습니다. 본인이 한 일이 아니라면 지금 새 링크를 받아 다른 비밀번호로 변경하세요.
superseded-title = 더 최근 이메일이 있습니다
superseded-text = 가장 최근에 받은 이메일의 링크만 사용할 수 있습니다. 그 링크를 열거나 새 링크를 받으세요.
other-device-title = 다른 기기에서 이 링크를 여세요
other-device-text = 이 링크는 요청한 기기에서만 사용할 수 있습니다. 그 기기에서 열거나 이 기기용 새 링크를 받으세요.
damaged-title = 링크의 일부가 빠졌습니다
damaged-text = 이메일에서 링크를 처음부터 끝까지 복사하거나 새 링크를 받으세요.
other-service-title = 이 앱의 링크가 아닙니다
other-service-text = 다른 서비스의 링크여서 아무것도 보내지 않았습니다. 요청한 적 없는 이메일이라면 삭제하세요.
hosted-link-title = 서비스 페이지에서 비밀번호를 설정하세요
hosted-link-text = 이 앱에서는 이 링크를 사용할 수 없어 아무것도 변경되지 않았습니다. 이메일의 링크를 브라우저에서 열고 그곳에서 새 비밀번호를 설정하세요.
account-closed-title = 정지된 계정입니다
account-closed-text = 서비스에서 계정을 정지하여 비밀번호가 변경되지 않았습니다. 정지를 해제하려면 고객 지원에 문의하세요.
unsupported-factor-title = 이 앱에서는 두 번째 인증 단계를 진행할 수 없습니다
unsupported-factor-text = 이 계정은 이 앱이 지원하지 않는 방식의 2단계 인증을 사용 중입니다. 비밀번호는 변경되지 않았습니다. 고객 지원에 문의하세요.
hosted-failed-title = 비밀번호가 변경되지 않았습니다
hosted-failed-text = 브라우저 페이지에서 새 비밀번호가 설정되지 않았습니다. 처음부터 다시 시작하여 페이지를 다시 여세요.
return-unknown-title = 비밀번호가 변경되었는지 알 수 없습니다
return-unknown-text = 이 링크는 이 앱에서 연 페이지의 링크가 아닙니다. 새 비밀번호로 로그인해 보고, 안 되면 처음부터 다시 시작하세요.
send-new-link = 새 링크 보내기
ask-new-link = 새 링크 받기
other-device-ask = 이 기기용 링크 받기

## The service cannot be reached, or does not answer

offline = 서비스에 연결할 수 없습니다. 인터넷 연결을 확인한 후 다시 시도하세요.
offline-title = 오프라인 상태입니다
offline-text = 다시 연결되면 자동으로 계속됩니다. 입력한 내용은 사라지지 않습니다.
waiting-for-connection = 연결을 기다리는 중…
wait-title = 시도 횟수가 너무 많습니다
wait-text = 보안을 위해 잠시 기다렸다가 다시 시도하세요.
down-title = 서비스에 문제가 발생했습니다
down-text = 몇 분 후 다시 시도하세요. 입력한 내용은 사라지지 않습니다.
timed-out = 서비스의 응답이 너무 오래 걸립니다. 다시 시도하세요.
tls-error = 안전하게 연결할 수 없습니다. 공용 Wi-Fi를 사용 중이라면 먼저 네트워크에 로그인하세요. 이 기기의 날짜와 시간도 확인하세요.
proxy-error = 네트워크의 프록시가 서비스 연결을 차단했습니다. 네트워크 관리자에게 문의하거나 다른 네트워크를 사용하세요.
captcha-required = 이 서비스는 로봇이 아닌지 확인하지만, 이 앱에서는 확인할 수 없습니다. 서비스 웹사이트에서 새 비밀번호를 설정하세요.
rate-limited = 시도 횟수가 너무 많습니다. { $time } 후 다시 시도하세요.
rate-limited-no-time = 시도 횟수가 너무 많습니다. 1분 후 다시 시도하세요.
not-configured = 이 앱에 계정이 속한 서비스가 설정되어 있지 않습니다. 앱을 제공한 곳에 문의하세요.
unexpected-response = 서비스가 아닌 다른 곳에서 응답했습니다. 공용 Wi-Fi를 사용 중이라면 먼저 네트워크에 로그인하세요. 그렇지 않다면 도움을 요청하세요.
invalid-response = 서비스의 응답을 이 앱에서 처리할 수 없습니다. 나중에 다시 시도하거나 도움을 요청하세요.
invalid-response-details = 서비스의 응답을 이 앱에서 처리할 수 없습니다. 나중에 다시 시도하세요. 도움을 요청할 때는 다음 내용을 알려 주세요: { $answer }

## Shown once, above the screen

memory-only = 완료할 때까지 이 앱을 닫지 마세요. 이 기기에는 요청을 안전하게 저장할 수 없습니다.
newer-link = 더 최근에 받은 링크가 열렸습니다. 그 링크로 계속합니다.
bad-link-ignored = 다른 링크가 열렸지만 사용할 수 없는 링크입니다. 여기에서 계속할 수 있습니다.
clock-wrong = 이 기기의 시계가 맞지 않아 표시된 시간이 틀릴 수 있습니다. 날짜와 시간을 맞추세요.
