# Translation of en.ftl.
language = Idioma:
support = Precisa de ajuda? Fale com:
help = Ajuda
privacy = Privacidade
terms = Termos

reset-title = Escolha uma nova senha
open-app-lead = Se o aplicativo estiver neste aparelho, continue por ele.
open-app = Abrir o aplicativo
or-set-it-here = ou defina aqui
get-app = Baixe o aplicativo:
code-title = Seu código
code-lead = Digite onde você fez o pedido.
link-label = Link do e‑mail
link-hint = Copie o link inteiro do e‑mail e cole aqui.
new-password = Nova senha
policy = { $min ->
    [one] Pelo menos { $min } caractere.
   *[other] Pelo menos { $min } caracteres.
  } Várias palavras que só você juntaria são fáceis de lembrar.
repeat-password = Repita a nova senha
show-passwords = Mostrar o que eu digito
second-factor = Código do seu aplicativo de autenticação
set-password = Definir a nova senha

done-title = Sua senha foi alterada
done-signed-out = Todos os outros aparelhos foram desconectados. Entre neles de novo com a nova senha.
done-close = Você pode fechar esta página e entrar.

error-summary-title = Ainda falta corrigir algo
link-missing = Cole o link inteiro do e‑mail.
password-missing = Digite uma nova senha.
passwords-differ = As duas senhas são diferentes. Digite as duas de novo.
password-too-short = { $min ->
    [one] Curta demais: use pelo menos { $min } caractere.
   *[other] Curta demais: use pelo menos { $min } caracteres.
  }
password-too-long = { $max ->
    [one] Longa demais: use no máximo { $max } caractere.
   *[other] Longa demais: use no máximo { $max } caracteres.
  }
password-common = Fácil demais de adivinhar: muita gente usa algo parecido.
password-breached = Ela está em uma lista de senhas roubadas: escolha outra.
password-personal = Ela contém parte do seu endereço de e‑mail: tire essa parte.
password-product-name = Ela contém o nome deste serviço: tire o nome.
password-same-as-before = Esta é a sua senha atual: escolha uma nova.
second-factor-required = Esta conta também é protegida por um aplicativo de autenticação. Digite o código dele e, mais uma vez, a nova senha.
second-factor-invalid = Este não é o código que vale agora. Espere o próximo no seu aplicativo de autenticação e digite mais uma vez a nova senha.
email-invalid = Isto não parece um endereço de e‑mail. Ele precisa de um @, como em nome@example.org.
wait-seconds = { $seconds ->
    [one] Tentativas demais. Espere { $seconds } segundo.
   *[other] Tentativas demais. Espere { $seconds } segundos.
  }
wait-minutes = { $minutes ->
    [one] Tentativas demais. Espere { $minutes } minuto.
   *[other] Tentativas demais. Espere { $minutes } minutos.
  }
malformed-request = Não foi possível ler o que foi enviado. Tente de novo.
cross-site-request = Isto foi enviado de outro site, por isso nada foi feito. Se foi você, tente de novo aqui.
internal-error = O serviço está com um problema no momento. Tente de novo em alguns minutos.

expired-title = Este link expirou
expired-text = Para sua segurança, um link só funciona por pouco tempo. Um novo chega em um instante.
used-title = Este link já foi usado
used-text = Uma nova senha foi definida com ele. Se não foi você, peça um novo link agora e escolha outra senha.
superseded-title = Há um e‑mail mais recente
superseded-text = Um e‑mail mais recente substituiu este link. Abra o último, ou peça outro.
other-device-title = Este link é de outro aparelho
other-device-text = Ele foi pedido em outro aparelho e só funciona lá. Abra-o lá, ou digite o código do e‑mail no aplicativo daquele aparelho.
invalid-link-title = Este link está danificado
invalid-link-text = Falta uma parte dele, ou algo mudou; alguns programas de e‑mail estragam links. Abra-o de novo a partir do e‑mail.

request-title = Esqueceu a senha?
request-new-link = Pedir um novo link daqui
request-lead = Digite o endereço de e‑mail da sua conta. Vamos enviar um link para você escolher uma nova senha.
request-in-app = Para sua segurança, um novo link só pode ser pedido no aplicativo.
email = Endereço de e‑mail
send = Enviar o e‑mail
requested-title = Veja seu e‑mail
requested-text = Se houver uma conta com o endereço { $email }, um e‑mail com um link está a caminho.
requested-spam = Pode levar um minuto. Se nada chegar, olhe na caixa de spam ou confira o endereço.

freeze-title = Não foi você?
freeze-lead = Se outra pessoa mudou sua senha, bloqueie a conta. Assim ninguém consegue entrar até que uma nova senha seja definida por e‑mail.
freeze = Bloquear a conta
freeze-was-you = Se foi você, pode fechar esta página.
freeze-expired = Ele não pode mais bloquear a conta. Se outra pessoa mudou sua senha, peça uma nova agora.
freeze-superseded-title = Este link não bloqueia mais a conta
freeze-superseded-text = A senha foi mudada de novo depois deste e‑mail. Se também não foi você, use o link do e‑mail mais recente sobre uma mudança, ou peça uma nova senha agora.
frozen-title = A conta está bloqueada
frozen-lead = Ninguém consegue entrar até você escolher uma nova senha. Faltam dois passos:
mailbox-step-title = Proteja sua caixa de e‑mail
mailbox-step-text = Mude a senha da sua caixa de e‑mail: quem fez isso podia ler seus e‑mails.
frozen-password-title = Escolha uma nova senha aqui
unlocks-account = Isso desbloqueia a conta.

mail-reset-subject = Defina uma nova senha para { $product }
mail-reset-preheader = { $minutes ->
    [one] Escolha uma nova em até { $minutes } minuto.
   *[other] Escolha uma nova em até { $minutes } minutos.
  }
mail-reset-preheader-code = Código: { $code }
mail-reset-lead = Alguém, provavelmente você, pediu para definir uma nova senha para sua conta { $product }.
mail-same-device = Abra o link no aparelho em que você pediu.
mail-button = Definir uma nova senha
mail-link-valid = { $minutes ->
    [one] O link funciona uma vez, por { $minutes } minuto.
   *[other] O link funciona uma vez, por { $minutes } minutos.
  }
mail-link-copy = Se o botão não fizer nada, copie este link e cole no aplicativo ou no navegador:
mail-code-title = Ou digite este código
mail-code-valid = { $minutes ->
    [one] Ele vale por { $minutes } minuto, no aplicativo do aparelho em que você pediu.
   *[other] Ele vale por { $minutes } minutos, no aplicativo do aparelho em que você pediu.
  } Não o dê a ninguém; nós nunca vamos pedi-lo a você.
mail-requested = Pedido
mail-changed = Alterada
mail-device = Dispositivo
mail-device-name = { $client } no { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Não foi você quem pediu?
mail-unrequested-text = Então não é preciso fazer nada: sua senha continua a mesma e, sem este e‑mail, ninguém consegue mudá-la.
mail-unrequested-again = Se continuar recebendo e‑mails assim, avise-nos:
mail-why-reset = Enviado para { $email } porque alguém pediu para mudar a senha.
mail-why-changed = Enviado para { $email }, o endereço da sua conta.

notice-subject = Sua senha de { $product } foi alterada
notice-preheader = Se foi você, está tudo certo. Se não foi, bloqueie a conta.
notice-lead = A senha da sua conta { $product } foi alterada.
notice-signed-out = Todos os dispositivos foram desconectados.
notice-own-change = Foi você? Então está tudo bem: entre com a nova senha.
notice-not-you-title = Não foi você?
notice-lock-title = Bloquear a conta
notice-link-valid = { $days ->
    [one] O link funciona por { $days } dia.
   *[other] O link funciona por { $days } dias.
  }
notice-recovery-title = Escolha uma nova senha em { $product }
notice-support-title = Avise-nos
