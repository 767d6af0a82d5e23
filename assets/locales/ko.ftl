# See en.ftl for the context of each message.

## Everywhere

language = 언어
dismiss = 닫기
show-password = 비밀번호 보기
opening = 잠시만 기다려 주세요…
try-again = 다시 시도
cancel = 취소
or = 또는
back = 뒤로
help = 도움말
still-trying = 아직 연결하고 있습니다. 연결이 느릴 수 있습니다.
privacy = 개인정보 보호
terms = 이용약관
page-open-failed = 브라우저를 열 수 없습니다. 이 주소를 복사해 브라우저에서 여세요:
mail-open-failed = 이메일 앱을 열 수 없습니다. 이 주소를 복사해 이메일 앱에서 사용하세요:
problems = 다시 확인해 주세요:
try-again-in = { $time } 후 다시 시도
text-size = 글자 크기 { $percent }%

## Forgot password

forgot-title = 비밀번호를 잊으셨나요?
forgot-lead = 계정의 이메일 주소를 입력하세요. 새 비밀번호를 정할 수 있는 링크를 보내 드립니다.
forgot-lead-code = 계정의 이메일 주소를 입력하세요. 새 비밀번호를 정할 수 있는 코드를 보내 드립니다.
hosted-lead = 새 비밀번호는 브라우저에서 열리는 { $host }에서 정합니다.
hosted-open = 페이지 열기
hosted-opened-title = 브라우저에서 계속하세요
hosted-opened-text = 브라우저에서 { $host } 페이지를 열었습니다. 그곳에서 새 비밀번호를 정한 다음 로그인하세요.
hosted-open-again = 페이지 다시 열기
email = 이메일 주소
send = 재설정 이메일 보내기
sending = 보내는 중…
did-you-mean = 혹시 { $suggestion } 주소를 쓰려고 하셨나요?
back-to-email = 이메일 확인 화면으로 돌아가기
back-to-sign-in = 로그인으로 돌아가기

email-missing = 이메일 주소를 입력하세요.
email-malformed = 이메일 주소가 아닌 것 같습니다. name@example.org처럼 @가 있어야 합니다.
email-refused = 서비스에서 이 주소를 받아들이지 않습니다. 잘못 입력한 곳이 없는지 확인하세요.
code-too-early = 이것은 재설정 코드이며, 요청한 기기에서만 쓸 수 있습니다. 여기에서 쓸 새 코드를 받으려면 이메일 주소를 입력하세요.

## Check your email

check-title = 이메일을 확인하세요
check-lead = { $email } 계정이 있다면, 링크가 담긴 이메일을 보내 드립니다.
check-lead-code = { $email } 계정이 있다면, 코드가 담긴 이메일을 보내 드립니다.
check-lead-both = { $email } 계정이 있으면 링크와 코드가 담긴 이메일을 보내 드립니다.
hosted-check = 이메일의 링크를 열면 브라우저에 이 서비스의 페이지가 나타납니다. 새 비밀번호는 거기에서 정하세요.
check-spam = 1분쯤 걸릴 수 있습니다. 오지 않으면 스팸함을 살펴보거나 주소를 확인하세요.
open-mail = 이메일 앱 열기
mail-app-open-failed = 이메일 앱을 열 수 없습니다. 직접 열어 주세요.
open-webmail = { $name } 열기
paste-label = 이메일에 있는 링크 붙여 넣기
paste-hint = 링크를 열어도 이 화면으로 오지 않을 때 쓰세요.
code-label = 코드 입력 또는 링크 붙여 넣기
code-only-label = 이메일의 코드 입력
continue = 계속
checking = 확인하는 중…
resend = 이메일 다시 보내기
resend-in = { $time } 후 다시 보내기
resent = 다시 보냈습니다. 가장 최근 이메일을 사용하세요.
change-address = 다른 주소 사용
no-mailbox = 이 메일함에 접속할 수 없나요?
no-mailbox-lead = 이 메일함을 읽을 수 있는 사람만 새 비밀번호를 정할 수 있습니다. 낯선 사람에게서 계정을 지키기 위해서입니다. 그래도 방법이 있는 경우가 많습니다.
no-mailbox-provider-title = 메일함에 다시 접속하기
no-mailbox-provider-text = 이메일 제공업체에는 메일함을 되찾는 절차가 따로 있습니다. 먼저 그곳에서 시작하세요.
no-mailbox-other-title = 다른 주소로 시도하기
no-mailbox-other-text = 계정에 등록된 다른 주소가 있다면 그 주소를 쓰세요.
no-mailbox-support-title = 고객 지원에 문의하기
no-mailbox-support-text = 그래도 안 되면 이 서비스의 운영자에게 문의하세요. 본인인지 확인할 것입니다.

no-link-or-code-found = 링크나 코드 전체가 아닙니다. 이메일에서 다시 복사하세요.
code-incomplete = 코드 전체가 아닙니다. 이메일에서 다시 복사하세요.
link-incomplete = 링크가 온전하지 않습니다. 첫 글자부터 마지막 글자까지 모두 복사하세요.
link-of-other-service = 다른 서비스의 링크입니다.
link-of-click-tracker = 이 링크는 클릭 수를 세는 서비스를 거칩니다. 이메일에서 링크를 열거나 이메일에 있는 코드를 복사하세요.
code-wrong = 코드가 맞지 않습니다. 가장 최근 이메일의 코드와 비교해 보세요.
code-wrong-tries = 코드가 맞지 않습니다. { $tries }번 더 시도할 수 있습니다. 이메일의 링크는 그대로 쓸 수 있습니다.
code-expired = 이 코드는 더 이상 쓸 수 없습니다. 같은 이메일의 링크를 열거나 이메일을 새로 보내세요.
code-used = 이 이메일로 이미 비밀번호가 설정되었습니다.
code-superseded = 더 새로운 이메일이 있습니다. 그 이메일의 코드를 쓰세요.
code-invalid = 이 코드는 여기에서 쓸 수 없습니다. 이메일의 링크를 열거나 이메일을 새로 보내세요.
code-only-invalid = 이 코드는 더 이상 쓸 수 없거나 여기에서 쓸 수 없습니다. 이메일을 새로 보내세요.

## Choose a new password

reset-title = 새 비밀번호를 정하세요
reset-checking = 링크를 확인하는 중…
reset-for = { $email } 계정의 비밀번호입니다.
new-password = 새 비밀번호
confirm-password = 새 비밀번호 다시 입력
second-factor = 인증 앱의 코드
second-factor-hint = 이 계정은 인증 앱으로 보호되어 있습니다. 앱에는 30초마다 새 코드가 나타납니다.
set-password = 새 비밀번호 설정
setting-password = 설정하는 중…
rule-length = { $min }자 이상이어야 합니다
rule-length-so-far = { $min }자 중 { $have }자
rule-length-refused = { $min }자 중 { $have }자입니다. { $more }자를 더 입력하세요.
rule-leaks = 알려진 유출 목록에 없음
tip-words = 나만이 떠올릴 만한 낱말 여러 개를 이어 쓰면 기억하기 쉽습니다.
tip-manager = 비밀번호 관리자에 저장하세요.
minutes-left = 앞으로 { $minutes }분 안에 마쳐 주세요.
expires-soon-title = 이 링크는 { $minutes }분 후 만료됩니다
expires-soon-text = 입력한 내용은 그대로 남아 있습니다.
renew = 새 링크 받기
renewed = 새 이메일을 보내 드립니다. 그 이메일의 링크를 열어도 입력한 내용은 그대로 남아 있습니다.
caps-lock = Caps Lock이 켜져 있습니다.

strength = 강도
strength-0 = 매우 약함
strength-1 = 약함
strength-2 = 보통
strength-3 = 좋음
strength-4 = 강함
advice-common = 많은 사람이 똑같거나 아주 비슷한 것을 씁니다.
advice-keyboard = 자판에서 나란히 있는 글자는 가장 먼저 시도되는 조합입니다.
advice-repeat = 같은 것을 되풀이해도 거의 강해지지 않습니다.
advice-sequence = abc나 6543처럼 이어지는 글자는 가장 먼저 시도되는 조합입니다.
advice-date = 연도와 날짜는 쉽게 추측할 수 있습니다.
advice-word = 낱말 하나는 쉽게 추측할 수 있습니다.
advice-name = 이름은 쉽게 추측할 수 있습니다.
advice-substitution = a 대신 @를 써도 추측하기 어려워지지 않습니다.
advice-more-words = 낱말을 한두 개 더 넣으세요. 흔하지 않을수록 좋습니다.

breach-checking = 유출된 비밀번호인지 확인하는 중…
breach-unknown = 유출된 비밀번호 목록을 확인하지 못했습니다. 그대로 계속할 수 있습니다.

password-missing = 새 비밀번호를 입력하세요.
password-refused = 서비스에서 이 비밀번호를 받아들이지 않습니다. 더 긴 것을 써 보세요.
passwords-differ = 두 비밀번호가 다릅니다. 두 번째를 다시 입력하거나, 첫 번째를 표시해 확인하세요.
second-factor-wrong = 지금 인증 앱에 나타난 코드를 입력하세요. 코드는 한 번씩만 쓸 수 있습니다.
too-short = 너무 짧습니다. 글자를 더 넣으세요.
too-short-min = 너무 짧습니다. { $min }자 이상으로 하세요.
too-long = 너무 깁니다. 글자를 줄이세요.
too-long-max = 너무 깁니다. { $max }자 이하로 하세요.
too-many-bytes = 너무 깁니다. 영문자와 숫자는 { $max }자까지 들어갑니다. 한글, 다른 문자, 이모지는 한 글자가 두 자에서 네 자를 차지합니다.
password-characters = 문자 종류가 부족합니다. 소문자, 대문자, 숫자, ! 또는 ? 같은 기호를 섞어 쓰세요.
password-common = 너무 쉽게 추측할 수 있습니다. 비슷한 비밀번호를 쓰는 사람이 많습니다.
password-breached = 유출된 비밀번호 목록에 있습니다. 다른 것을 고르세요.
password-personal = 이메일 주소의 일부가 들어 있습니다. 그 부분을 빼세요.
password-product-name = 이 서비스의 이름이 들어 있습니다. 그 부분을 빼세요.
password-same = 지금 쓰는 비밀번호입니다. 새로 정하세요.

## Done

done-title = 비밀번호가 바뀌었습니다
done-for = 새 비밀번호로 { $email } 계정에 로그인하세요.
sessions-ended = { $time }에 다른 모든 기기에서 로그아웃되었습니다. 그 기기에서 새 비밀번호로 다시 로그인하세요.
sessions-kept = 다른 기기에는 아직 로그인되어 있을 수 있습니다. 다른 사람이 이전 비밀번호를 알고 있을지 모른다면, 계정 설정에서 그 기기들을 로그아웃하세요.
close-hint = 이 창을 닫고 로그인하시면 됩니다.

## A link that does not work

expired-title = 링크의 유효 시간이 지났습니다
expired-text = 안전을 위해 링크는 잠시 동안만 쓸 수 있습니다. 새 링크는 금방 받을 수 있습니다.
used-title = 이미 사용한 링크입니다
used-text = 이 링크로 새 비밀번호가 설정되었습니다. 본인이 한 일이 아니라면 지금 새 링크를 요청해 다른 비밀번호로 바꾸세요.
superseded-title = 더 새로운 이메일이 있습니다
superseded-text = 더 새로운 이메일을 보내서 이 링크는 쓸 수 없습니다. 가장 최근 이메일을 열거나 다시 요청하세요.
other-device-title = 다른 기기의 링크입니다
other-device-text = 다른 기기에서 요청한 링크라서 그 기기에서만 쓸 수 있습니다. 그 기기에서 열거나, 여기에서 새 링크를 요청하세요.
damaged-title = 링크가 손상되었습니다
damaged-text = 일부가 빠졌거나 바뀌었습니다. 링크를 깨뜨리는 메일 프로그램도 있습니다. 이메일에서 다시 열거나 새 링크를 요청하세요.
other-service-title = 다른 서비스의 링크입니다
other-service-text = 이 서비스의 링크가 아니어서 어디에도 아무것도 보내지 않았습니다. 예상하지 못한 이메일이라면 삭제하세요.
hosted-link-title = 비밀번호는 서비스의 페이지에서 정합니다
hosted-link-text = 이 앱에서는 이 링크를 쓸 수 없어 아무것도 바뀌지 않았습니다. 이메일에서 브라우저로 열어 그 페이지에서 새 비밀번호를 정하세요.
send-new-link = 새 링크 보내기
ask-new-link = 새 링크 요청
other-device-ask = 이 기기용 링크 받기

## The service cannot be reached, or does not answer

offline = 서비스에 연결할 수 없습니다. 인터넷 연결을 확인한 뒤 다시 시도하세요.
offline-title = 오프라인 상태입니다
offline-text = 다시 연결되면 저절로 이어집니다. 입력한 내용은 사라지지 않습니다.
waiting-for-connection = 연결을 기다리는 중…
wait-title = 시도가 너무 많았습니다
wait-text = 1분쯤 기다려 주세요.
down-title = 지금 서비스에 문제가 있습니다
down-text = 몇 분 뒤에 다시 시도하세요.
timed-out = 서비스가 제때 응답하지 않았습니다. 다시 시도하세요.
tls-error = 서비스에 안전하게 연결하지 못했습니다. 공용 네트워크를 쓰고 있다면 먼저 그 네트워크에 로그인하세요. 이 기기의 날짜와 시간도 확인하세요.
proxy-error = 사용 중인 네트워크의 프록시가 서비스 연결을 거부했습니다. 네트워크 관리자에게 문의하거나 다른 네트워크를 사용하세요.
rate-limited = 시도가 너무 많았습니다. { $time } 기다려 주세요.
rate-limited-no-time = 시도가 너무 많았습니다. 1분쯤 기다려 주세요.
not-configured = 이 앱에는 어느 서비스의 계정인지 설정되어 있지 않습니다. 앱을 제공한 곳에 설정을 요청하세요.
unexpected-response = 서비스가 아닌 다른 곳에서 응답했습니다. 공용 네트워크를 쓰고 있다면 먼저 그 네트워크에 로그인하세요. 그렇지 않다면 도움을 요청하세요.
invalid-response = 서비스가 이 앱이 이해하지 못하는 응답을 보냈습니다. 나중에 다시 시도하거나 도움을 요청하세요.
invalid-response-details = 서비스가 이 앱이 이해하지 못하는 응답을 보냈습니다. 나중에 다시 시도하세요. 도움을 요청할 때는 다음을 알려 주세요: { $answer }

## Shown once, above the screen

memory-only = 이 기기의 키 저장소가 열려 있지 않아, 앱을 닫으면 이 요청이 사라집니다. 마칠 때까지 앱을 열어 두세요.
newer-link = 더 새로운 링크가 열렸습니다. 지금은 그 링크를 쓰고 있습니다.
bad-link-ignored = 다른 링크가 열렸지만 쓸 수 없는 링크입니다. 여기에서 그대로 계속할 수 있습니다.
clock-wrong = 이 기기의 시계가 맞지 않아 여기에 표시되는 시간이 틀릴 수 있습니다. 날짜와 시간을 맞추세요.
