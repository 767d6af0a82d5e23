# Translation of en.ftl.
language = 언어:
support = 도움이 필요하신가요? 문의처:
help = 도움말
privacy = 개인정보 보호
terms = 이용약관

reset-title = 새 비밀번호를 정하세요
open-app-lead = 이 기기에 앱이 있으면 앱에서 계속하세요.
open-app = 앱 열기
or-set-it-here = 또는 여기에서 설정
get-app = 앱 받기:
code-title = 내 코드
code-lead = 요청한 곳에 입력하세요.
link-label = 이메일에 있는 링크
link-hint = 이메일에서 링크 전체를 복사해 여기에 붙여 넣으세요.
new-password = 새 비밀번호
policy = { $min ->
   *[other] { $min }자 이상이어야 합니다.
  } 나만이 떠올릴 만한 낱말 여러 개를 이어 쓰면 기억하기 쉽습니다.
repeat-password = 새 비밀번호 다시 입력
show-passwords = 입력한 내용 보기
second-factor = 인증 앱의 코드
set-password = 새 비밀번호 설정

done-title = 비밀번호가 바뀌었습니다
done-signed-out = 다른 기기에서는 모두 로그아웃되었습니다. 그 기기에서 새 비밀번호로 다시 로그인하세요.
done-close = 이 페이지를 닫고 로그인하시면 됩니다.

error-summary-title = 고칠 곳이 있습니다
link-missing = 이메일에 있는 링크 전체를 붙여 넣으세요.
password-missing = 새 비밀번호를 입력하세요.
passwords-differ = 두 비밀번호가 다릅니다. 둘 다 다시 입력하세요.
password-too-short = { $min ->
   *[other] 너무 짧습니다. { $min }자 이상으로 하세요.
  }
password-too-long = { $max ->
   *[other] 너무 깁니다. { $max }자 이하로 하세요.
  }
password-common = 너무 쉽게 맞힐 수 있습니다. 비슷한 비밀번호를 쓰는 사람이 많습니다.
password-breached = 유출된 비밀번호 목록에 있습니다. 다른 것을 고르세요.
password-personal = 이메일 주소의 일부가 들어 있습니다. 그 부분을 빼세요.
password-product-name = 이 서비스의 이름이 들어 있습니다. 그 부분을 빼세요.
password-same-as-before = 지금 쓰는 비밀번호입니다. 새로 정하세요.
second-factor-required = 이 계정은 인증 앱으로도 보호되어 있습니다. 인증 앱의 코드와 새 비밀번호를 다시 입력하세요.
second-factor-invalid = 지금 쓸 수 있는 코드가 아닙니다. 인증 앱에서 다음 코드를 기다렸다가, 새 비밀번호와 함께 다시 입력하세요.
email-invalid = 이메일 주소가 아닌 것 같습니다. name@example.org처럼 @가 있어야 합니다.
wait-seconds = { $seconds ->
   *[other] 시도가 너무 많았습니다. { $seconds }초 기다려 주세요.
  }
wait-minutes = { $minutes ->
   *[other] 시도가 너무 많았습니다. { $minutes }분 기다려 주세요.
  }
malformed-request = 보낸 내용을 읽을 수 없습니다. 다시 시도하세요.
cross-site-request = 다른 웹사이트에서 보낸 것이라 아무 일도 하지 않았습니다. 본인이라면 여기에서 다시 시도하세요.
internal-error = 지금 서비스에 문제가 있습니다. 몇 분 뒤에 다시 시도하세요.

expired-title = 링크의 유효 시간이 지났습니다
expired-text = 안전을 위해 링크는 잠시 동안만 쓸 수 있습니다. 새 링크는 금방 받을 수 있습니다.
used-title = 이미 사용한 링크입니다
used-text = 이 링크로 새 비밀번호가 설정되었습니다. 본인이 한 일이 아니라면 지금 새 링크를 요청해 비밀번호를 바꾸세요.
superseded-title = 더 새로운 이메일이 있습니다
superseded-text = 더 새로운 이메일이 이 링크를 대신합니다. 가장 최근 이메일을 열거나 다시 요청하세요.
other-device-title = 다른 기기의 링크입니다
other-device-text = 다른 기기에서 요청한 링크라서 그 기기에서만 쓸 수 있습니다. 그 기기에서 링크를 열거나, 이메일에 있는 코드를 그 기기의 앱에 입력하세요.
invalid-link-title = 링크가 온전하지 않습니다
invalid-link-text = 일부가 빠졌거나 바뀌었습니다. 링크를 깨뜨리는 메일 프로그램도 있습니다. 이메일에서 다시 여세요.

request-title = 비밀번호를 잊으셨나요?
request-new-link = 여기에서 새 링크 요청
request-lead = 계정의 이메일 주소를 입력하세요. 새 비밀번호를 정할 수 있는 링크를 보내 드립니다.
request-in-app = 안전을 위해 새 링크는 앱에서만 요청할 수 있습니다.
email = 이메일 주소
send = 이메일 보내기
requested-title = 이메일을 확인하세요
requested-text = { $email } 계정이 있다면, 링크가 담긴 이메일을 보내 드립니다.
requested-spam = 1분쯤 걸릴 수 있습니다. 오지 않으면 스팸함을 살펴보거나 주소를 확인하세요.

freeze-title = 본인이 한 일이 아닌가요?
freeze-lead = 다른 사람이 비밀번호를 바꿨다면 계정을 잠그세요. 이메일로 새 비밀번호를 정할 때까지 아무도 로그인할 수 없습니다.
freeze = 계정 잠그기
freeze-was-you = 본인이 바꿨다면 이 페이지를 닫아도 됩니다.
freeze-expired = 이 링크로는 이제 계정을 잠글 수 없습니다. 다른 사람이 비밀번호를 바꿨다면 지금 새 비밀번호를 요청하세요.
freeze-superseded-title = 이 링크로는 이제 계정을 잠글 수 없습니다
freeze-superseded-text = 이 이메일 이후에 비밀번호가 다시 변경되었습니다. 그것도 본인이 한 일이 아니라면 변경을 알리는 가장 최근 이메일의 링크를 사용하거나 지금 새 비밀번호를 요청하세요.
frozen-title = 계정이 잠겼습니다
frozen-lead = 새 비밀번호를 정할 때까지 아무도 로그인할 수 없습니다. 두 단계가 남았습니다.
mailbox-step-title = 메일 계정 보호하기
mailbox-step-text = 메일 계정의 비밀번호를 바꾸세요. 이 일을 한 사람은 내 이메일을 읽을 수 있었습니다.
frozen-password-title = 여기에서 새 비밀번호 정하기
unlocks-account = 그러면 계정 잠금이 풀립니다.

mail-reset-subject = { $product }의 새 비밀번호를 설정하세요
mail-reset-preheader = { $minutes ->
   *[other] { $minutes }분 안에 새 비밀번호를 정하세요.
  }
mail-reset-preheader-code = 코드: { $code }
mail-reset-lead = 누군가가 { $product } 계정의 새 비밀번호를 설정해 달라고 요청했습니다. 아마 본인일 것입니다.
mail-same-device = 요청한 기기에서 링크를 여세요.
mail-button = 새 비밀번호 설정
mail-link-valid = { $minutes ->
   *[other] 링크는 { $minutes }분 동안 한 번만 쓸 수 있습니다.
  }
mail-link-copy = 버튼을 눌러도 반응이 없으면 이 링크를 복사해 앱이나 브라우저에 붙여 넣으세요:
mail-code-title = 또는 이 코드를 입력하세요
mail-code-valid = { $minutes ->
   *[other] 요청한 기기의 앱에서 { $minutes }분 동안 쓸 수 있습니다.
  } 아무에게도 알려 주지 마세요. 저희는 절대로 코드를 묻지 않습니다.
mail-requested = 요청
mail-changed = 변경
mail-device = 기기
mail-device-name = { $system }의 { $client }
mail-fact = { $label }: { $value }
mail-unrequested-title = 요청한 적이 없으신가요?
mail-unrequested-text = 그렇다면 아무것도 하지 않아도 됩니다. 비밀번호는 그대로이며, 이 이메일 없이는 아무도 바꿀 수 없습니다.
mail-unrequested-again = 이런 이메일이 계속 오면 알려 주세요:
mail-why-reset = 누군가 비밀번호 재설정을 요청해 { $email }(으)로 보냈습니다.
mail-why-changed = 계정 주소인 { $email }(으)로 보냈습니다.

notice-subject = { $product } 비밀번호가 바뀌었습니다
notice-preheader = 본인이 바꿨다면 괜찮습니다. 아니라면 계정을 잠그세요.
notice-lead = { $product } 계정의 비밀번호가 바뀌었습니다.
notice-signed-out = 모든 기기에서 로그아웃되었습니다.
notice-own-change = 본인이 바꾸셨나요? 그렇다면 문제없습니다. 새 비밀번호로 로그인하세요.
notice-not-you-title = 본인이 한 일이 아닌가요?
notice-lock-title = 계정 잠그기
notice-link-valid = { $days ->
   *[other] 링크는 { $days }일 동안 쓸 수 있습니다.
  }
notice-recovery-title = { $product }에서 새 비밀번호 정하기
notice-support-title = 저희에게 알려 주세요
