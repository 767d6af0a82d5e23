# Translation of en.ftl.

language = Idioma:
support = Precisa de ajuda?
help = Ajuda
privacy = Privacidade
terms = Termos

reset-title = Escolha uma nova senha
open-app-lead = Se você tem o app neste dispositivo, continue por ele.
open-app = Abrir o app
or-set-it-here = ou escolha aqui
get-app = Baixe o app:
code-title = Digite este código no app
code-lead = Digite-o onde você pediu para redefinir a senha.
link-label = Link do e‑mail
link-hint = Copie o link inteiro do e‑mail e cole aqui.
new-password = Nova senha
policy = { $min ->
    [one] Pelo menos { $min } caractere.
   *[other] Pelo menos { $min } caracteres.
  } Algumas palavras sem relação entre si são fáceis de lembrar.
repeat-password = Repita a nova senha
show-passwords = Mostrar senha
second-factor = Código do app autenticador
set-password = Alterar senha

done-title = Senha alterada
done-signed-out = Todos os outros dispositivos foram desconectados. Faça login neles com a nova senha.
done-close = Você pode fechar esta página e fazer login.

error-summary-title = Corrija o seguinte:
link-missing = Cole o link inteiro do e‑mail.
password-missing = Digite uma nova senha.
passwords-differ = As senhas não são iguais. Digite as duas de novo.
password-too-short = { $min ->
    [one] Use pelo menos { $min } caractere.
   *[other] Use pelo menos { $min } caracteres.
  }
password-too-long = { $max ->
    [one] Use no máximo { $max } caractere.
   *[other] Use no máximo { $max } caracteres.
  }
password-common = Fácil demais de adivinhar. Escolha algo menos comum.
password-breached = Encontrada em um vazamento de dados. Escolha outra.
password-personal = Não use partes do seu endereço de e‑mail.
password-product-name = Não use o nome deste serviço.
password-same-as-before = Essa é sua senha atual. Escolha uma nova.
second-factor-required = A verificação em duas etapas está ativada nesta conta. Digite o código do app autenticador e, mais uma vez, a nova senha.
second-factor-invalid = O código não está certo. Espere o próximo no seu app e digite-o com a nova senha.
email-invalid = Digite assim: nome@example.com.
wait-seconds = { $seconds ->
    [one] Muitas tentativas. Tente novamente em { $seconds } segundo.
   *[other] Muitas tentativas. Tente novamente em { $seconds } segundos.
  }
wait-minutes = { $minutes ->
    [one] Muitas tentativas. Tente novamente em { $minutes } minuto.
   *[other] Muitas tentativas. Tente novamente em { $minutes } minutos.
  }
wait-hours = { $hours ->
    [one] Muitas tentativas. Tente novamente em { $hours } hora.
   *[other] Muitas tentativas. Tente novamente em { $hours } horas.
  }
wait-days = { $days ->
    [one] Muitas tentativas. Tente novamente em { $days } dia.
   *[other] Muitas tentativas. Tente novamente em { $days } dias.
  }
malformed-request = Não foi possível ler o que foi enviado. Tente novamente.
cross-site-request = Isto veio de outro site, por isso não fizemos nada. Se foi você, tente novamente aqui.
internal-error = Algo deu errado do nosso lado. Tente novamente em alguns minutos.

expired-title = Este link expirou
expired-text = Os links funcionam por pouco tempo para proteger sua conta. Peça um novo e continue em instantes.
used-title = Este link já foi usado
used-text = Ele foi usado para escolher uma nova senha. Se não foi você, peça um novo link agora e escolha outra senha.
superseded-title = Há um e‑mail mais recente
superseded-text = Só o link do e‑mail mais recente funciona. Abra esse ou peça outro.
other-device-title = Abra este link no seu outro dispositivo
other-device-text = Ele só funciona onde você o pediu. Abra-o lá ou digite o código do e‑mail no app daquele dispositivo.
invalid-link-title = Este link não está completo
invalid-link-text = Copie-o inteiro do e‑mail, do primeiro ao último caractere.

request-title = Esqueceu sua senha?
request-new-link = Receber um link para este dispositivo
request-lead = Digite seu e‑mail e enviaremos um link para você escolher uma nova senha.
request-in-app = Para sua segurança, peça um novo link no app.
email = Endereço de e‑mail
send = Receber e‑mail
requested-title = Confira seu e‑mail
requested-text = Se existir uma conta para { $email }, você receberá um e‑mail com um link.
requested-spam = Nada depois de um minuto? Confira a caixa de spam e o endereço acima.

freeze-title = Bloquear sua conta?
freeze-lead = Se não foi você que alterou a senha, bloqueie sua conta. Ninguém poderá fazer login até que a senha seja redefinida por e‑mail.
freeze = Bloquear conta
freeze-was-you = Se foi você, pode fechar esta página.
freeze-expired = Este link não pode mais bloquear sua conta. Se outra pessoa alterou sua senha, redefina-a agora.
freeze-superseded-title = Este link não bloqueia mais sua conta
freeze-superseded-text = Sua senha foi alterada de novo depois deste e‑mail. Se também não foi você, use o link do e‑mail mais recente sobre uma alteração ou redefina sua senha agora.
frozen-title = Sua conta está bloqueada
frozen-lead = Ninguém pode fazer login até você escolher uma nova senha. Faltam duas etapas:
mailbox-step-title = Proteja sua caixa de e‑mail
mailbox-step-text = Altere a senha dela. Quem fez isso pode ter acesso aos seus e‑mails.
frozen-password-title = Escolha uma nova senha aqui
unlocks-account = Isso desbloqueia sua conta.

mail-reset-subject = Redefina a senha da sua conta { $product }
mail-reset-preheader = { $minutes ->
    [one] Você tem { $minutes } minuto para escolher uma nova.
   *[other] Você tem { $minutes } minutos para escolher uma nova.
  }
mail-reset-preheader-code = Código: { $code }
mail-reset-lead = Escolha uma nova senha para sua conta { $product }.
mail-same-device = Abra o link no dispositivo em que você pediu este e‑mail.
mail-button = Escolher uma nova senha
mail-link-valid = { $minutes ->
    [one] O link funciona uma vez, por { $minutes } minuto.
   *[other] O link funciona uma vez, por { $minutes } minutos.
  }
mail-link-copy = O botão não funciona? Copie este link:
mail-code-title = Ou digite este código no app
mail-code-valid = { $minutes ->
    [one] Ele funciona por { $minutes } minuto.
   *[other] Ele funciona por { $minutes } minutos.
  } Não compartilhe com ninguém; nunca vamos pedir esse código.
mail-requested = Pedido em
mail-changed = Alterada em
mail-device = Dispositivo
mail-device-name = { $client } no { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Não foi você que pediu?
mail-unrequested-text = Você não precisa fazer nada. Sua senha continua a mesma, e ninguém pode alterá-la sem este e‑mail.
mail-unrequested-again = Se continuar recebendo e‑mails como este, avise-nos:
mail-why-reset = Enviado para { $email } porque alguém pediu para redefinir a senha usando este endereço.
mail-why-changed = Enviado para { $email }, o endereço da sua conta.

notice-subject = A senha da sua conta { $product } foi alterada
notice-preheader = Se foi você, está tudo certo. Se não foi, bloqueie sua conta.
notice-lead = A senha da sua conta { $product } foi alterada.
notice-signed-out = Todos os dispositivos foram desconectados.
notice-own-change = Se foi você, está tudo certo. Faça login de novo com a nova senha.
notice-not-you-title = Não foi você?
notice-lock-title = Bloqueie sua conta
notice-link-valid = { $days ->
    [one] Ninguém poderá fazer login até que a senha seja redefinida por e‑mail. Este link funciona por { $days } dia.
   *[other] Ninguém poderá fazer login até que a senha seja redefinida por e‑mail. Este link funciona por { $days } dias.
  }
notice-recovery-title = Escolha uma nova senha em { $product }
notice-support-title = Avise-nos
