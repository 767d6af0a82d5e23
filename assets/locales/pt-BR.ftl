# See en.ftl for the context of each message.

## Everywhere

language = Idioma
dismiss = Fechar
show-password = Mostrar senha
opening = Um momento…
try-again = Tentar de novo
cancel = Cancelar
or = ou
back = Voltar
help = Ajuda
still-trying = Ainda estamos tentando. Sua conexão pode estar lenta.
privacy = Privacidade
terms = Termos
page-open-failed = Não foi possível abrir um navegador. Copie este endereço no seu:
mail-open-failed = Não foi possível abrir um app de e‑mail. Copie este endereço no seu:
problems = Corrija o seguinte:
try-again-in = Tentar de novo em { $time }
text-size = Tamanho do texto: { $percent }%

## Forgot password

forgot-title = Esqueceu sua senha?
forgot-lead = Digite seu e‑mail e enviaremos um link para você escolher uma nova senha.
forgot-lead-code = Digite seu e‑mail e enviaremos um código para você escolher uma nova senha.
hosted-lead = Você vai escolher a nova senha em { $host }, que abre no seu navegador.
hosted-open = Continuar no navegador
hosted-opened-title = Continue no navegador
hosted-opened-text = Abrimos { $host } no seu navegador. Escolha a nova senha lá e depois faça login.
hosted-open-again = Abrir a página de novo
email = Endereço de e‑mail
send = Receber e‑mail
sending = Enviando…
did-you-mean = Você quis dizer { $suggestion }?
back-to-email = Voltar ao e‑mail
back-to-sign-in = Voltar ao login

email-missing = Digite seu endereço de e‑mail.
email-malformed = Digite assim: nome@example.com.
email-refused = Este serviço não aceita esse endereço. Veja se há erros de digitação.
code-too-early = Isso é um código, e ele só funciona onde você o pediu. Digite seu e‑mail para receber um novo aqui.

## Check your email

check-title = Confira seu e‑mail
check-lead = Se existir uma conta para { $email }, você receberá um e‑mail com um link.
check-lead-code = Se existir uma conta para { $email }, você receberá um e‑mail com um código.
check-lead-both = Se existir uma conta para { $email }, você receberá um e‑mail com um link e um código.
hosted-check = O link abre uma página deste serviço no seu navegador. Escolha a nova senha lá.
link-lifetime = { $minutes ->
    [one] Abra o link em até { $minutes } minuto.
   *[other] Abra o link em até { $minutes } minutos.
  }
link-lifetime-hours = { $hours ->
    [one] Abra o link em até { $hours } hora.
   *[other] Abra o link em até { $hours } horas.
  }
link-lifetime-days = { $days ->
    [one] Abra o link em até { $days } dia.
   *[other] Abra o link em até { $days } dias.
  }
check-spam = Nada depois de um minuto? Confira a caixa de spam e o endereço acima.
check-spam-quota = Nada depois de um minuto? Confira a caixa de spam e o endereço acima. Este serviço limita o número de e‑mails: se nada chegar, tente novamente em uma hora.
open-mail = Abrir app de e‑mail
mail-app-open-failed = Não foi possível abrir seu app de e‑mail. Abra-o manualmente.
open-webmail = Abrir { $name }
paste-label = Cole o link do e‑mail
paste-hint = Use se o link não abrir o app.
paste-or-code-hint = Se o e‑mail tiver um código, você também pode digitá-lo aqui.
code-label = Digite o código ou cole o link
code-only-label = Digite o código do e‑mail
continue = Continuar
checking = Verificando…
resend = Reenviar e‑mail
resend-in = Reenviar em { $time }
resent = Reenviado. Só o e‑mail mais recente funciona.
change-address = Usar outro e‑mail
no-mailbox = Sem acesso a esta caixa de e‑mail?
no-mailbox-lead = Para manter estranhos longe, só enviamos e‑mails de redefinição de senha para o endereço da conta. Você ainda tem opções:
no-mailbox-provider-title = Recupere sua caixa de e‑mail
no-mailbox-provider-text = Seu provedor de e‑mail pode ajudar.
no-mailbox-other-title = Tente outro endereço
no-mailbox-other-text = Use um que você também adicionou à sua conta.
no-mailbox-support-title = Fale com o suporte
no-mailbox-support-text = Vamos pedir que você comprove sua identidade.

no-link-or-code-found = O código ou o link não está completo. Copie novamente do e‑mail.
code-incomplete = O código não está completo. Copie novamente do e‑mail.
link-incomplete = Este link não está completo. Copie o link inteiro do e‑mail.
link-of-other-service = Este link é de outro serviço.
link-of-click-tracker = Este link passa por um serviço que conta cliques. Abra-o pelo e‑mail ou copie o código de lá.
code-wrong = O código não está certo. Compare com o do e‑mail mais recente.
code-wrong-tries = { $tries ->
    [one] O código não está certo. Resta { $tries } tentativa.
   *[other] O código não está certo. Restam { $tries } tentativas.
  }
code-wrong-last-try = O código não está certo. Resta 1 tentativa; depois, use o link.
code-only-wrong-last-try = O código não está certo. Resta 1 tentativa; depois, peça outro e‑mail.
code-wrong-or-expired = O código não está certo ou expirou. Use o e‑mail mais recente ou peça outro.
code-expired = Este código expirou. Abra o link do mesmo e‑mail ou peça outro e‑mail.
code-used = Este e‑mail já foi usado para escolher uma senha.
code-superseded = Há um e‑mail mais recente. Use o código que está nele.
code-invalid = Este código não funciona aqui. Abra o link do e‑mail ou peça outro e‑mail.
code-only-invalid = Este código expirou ou não funciona aqui. Peça outro e‑mail.

## Choose a new password

reset-title = Escolha uma nova senha
reset-checking = Verificando seu link…
reset-for = Para { $email }
new-password = Nova senha
confirm-password = Repita a nova senha
second-factor = Código do app autenticador
second-factor-hint = A verificação em duas etapas está ativada nesta conta.
set-password = Alterar senha
setting-password = Alterando senha…
rule-length = { $min ->
    [one] Pelo menos { $min } caractere
   *[other] Pelo menos { $min } caracteres
  }
rule-length-so-far = { $min ->
    [one] { $have } de { $min } caractere
   *[other] { $have } de { $min } caracteres
  }
rule-length-refused = { $min ->
    [one] { $have } de { $min } caractere. Adicione mais { $more }.
   *[other] { $have } de { $min } caracteres. Adicione mais { $more }.
  }
rule-leaks = Não está em vazamentos conhecidos
tip-words = Algumas palavras sem relação entre si são fáceis de lembrar.
tip-manager = Salve a senha no seu gerenciador de senhas.
minutes-left = { $minutes ->
    [one] Este link funciona por mais { $minutes } minuto.
   *[other] Este link funciona por mais { $minutes } minutos.
  }
hours-left = { $hours ->
    [one] Este link funciona por mais { $hours } hora.
   *[other] Este link funciona por mais { $hours } horas.
  }
days-left = { $days ->
    [one] Este link funciona por mais { $days } dia.
   *[other] Este link funciona por mais { $days } dias.
  }
expires-soon-title = { $minutes ->
    [one] Este link expira em { $minutes } minuto
   *[other] Este link expira em { $minutes } minutos
  }
expires-soon-text = O que você digitou continua aqui.
renew = Receber um novo link
renewed = Um novo link está a caminho. Abra-o: o que você digitou continuará aqui.
caps-lock = O Caps Lock está ativado.

strength = Força
strength-0 = Muito fraca
strength-1 = Fraca
strength-2 = Razoável
strength-3 = Boa
strength-4 = Forte
advice-common = Muita gente usa esta senha ou uma bem parecida.
advice-keyboard = Teclas vizinhas são testadas primeiro.
advice-repeat = Repetições não acrescentam muito.
advice-sequence = Sequências como abc ou 6543 são testadas primeiro.
advice-date = Datas e anos são fáceis de adivinhar.
advice-word = Uma única palavra é fácil de adivinhar.
advice-name = Nomes são fáceis de adivinhar.
advice-substitution = Trocar a por @ não ajuda muito.
advice-more-words = Adicione uma ou duas palavras pouco comuns.

breach-checking = Verificando vazamentos conhecidos…
breach-unknown = Não foi possível verificar os vazamentos conhecidos. Você pode continuar.

password-missing = Digite uma nova senha.
password-refused = Este serviço não aceitou essa senha. Tente uma mais longa.
passwords-differ = As senhas não são iguais. Digite a segunda de novo ou mostre a primeira.
second-factor-wrong = O código não está certo. Digite o que seu app mostra agora; cada código só funciona uma vez.
too-short = Use mais caracteres.
too-short-min = { $min ->
    [one] Use pelo menos { $min } caractere.
   *[other] Use pelo menos { $min } caracteres.
  }
too-long = Use menos caracteres.
too-long-max = { $max ->
    [one] Use no máximo { $max } caractere.
   *[other] Use no máximo { $max } caracteres.
  }
too-many-bytes = Longa demais. Cabem { $max } números e letras sem acento; letras com acento, outros alfabetos e emojis ocupam de dois a quatro lugares cada.
password-characters = Misture letras minúsculas e maiúsculas, números e símbolos como ! ou ?.
password-common = Fácil demais de adivinhar. Escolha algo menos comum.
password-breached = Encontrada em um vazamento de dados. Escolha outra.
password-personal = Não use partes do seu endereço de e‑mail.
password-product-name = Não use o nome deste serviço.
password-same = Essa é sua senha atual. Escolha uma nova.

## Done

done-title = Senha alterada
done-for = Faça login como { $email } com a nova senha.
sessions-ended = Todos os outros dispositivos foram desconectados às { $time }. Faça login neles com a nova senha.
sessions-kept = Seu login ainda pode estar ativo em outros dispositivos. Se outra pessoa sabia sua senha antiga, desconecte-os nas configurações da conta.
close-hint = Você pode fechar esta janela.

## A link that does not work

expired-title = Este link expirou
expired-text = Os links funcionam por pouco tempo para proteger sua conta. Peça um novo e continue em instantes.
invalid-or-expired-title = Este link não funciona
invalid-or-expired-text = Ele expirou, já foi usado ou está incompleto. Copie-o inteiro do e‑mail mais recente ou peça um novo.
used-title = Este link já foi usado
used-text = Ele foi usado para escolher uma nova senha. Se não foi você, peça um novo link agora e escolha outra senha.
superseded-title = Há um e‑mail mais recente
superseded-text = Só o link do e‑mail mais recente funciona. Abra esse ou peça outro.
other-device-title = Abra este link no seu outro dispositivo
other-device-text = Ele só funciona onde você o pediu. Abra-o lá ou peça um novo link para este dispositivo.
damaged-title = Este link não está completo
damaged-text = Copie-o inteiro do e‑mail, do primeiro ao último caractere, ou peça um novo.
other-service-title = Este link não é para este app
other-service-text = Ele leva a outro serviço, por isso não enviamos nada. Se você não esperava esse e‑mail, exclua-o.
hosted-link-title = Escolha sua senha na página do serviço
hosted-link-text = Este app não pode usar o link, por isso nada mudou. Abra-o pelo e‑mail no seu navegador e escolha a nova senha lá.
account-closed-title = Esta conta está bloqueada
account-closed-text = O serviço a bloqueou, por isso sua senha não foi alterada. Fale com o suporte para desbloquear a conta.
unsupported-factor-title = Este app não aceita seu método de verificação
unsupported-factor-text = A verificação em duas etapas desta conta usa um método que este app não aceita. Sua senha não foi alterada. Fale com o suporte.
hosted-failed-title = Sua senha não foi alterada
hosted-failed-text = Nenhuma senha nova foi definida na página aberta no navegador. Comece de novo e abra a página outra vez.
return-unknown-title = Não sabemos se sua senha foi alterada
return-unknown-text = Este link não veio de uma página aberta por este app. Teste sua nova senha; se não funcionar, comece de novo.
send-new-link = Enviar um novo link
ask-new-link = Receber um novo link
other-device-ask = Receber um link para este dispositivo

## The service cannot be reached, or does not answer

offline = Não foi possível acessar o serviço. Verifique sua conexão e tente novamente.
offline-title = Você está sem conexão
offline-text = Continuaremos assim que a conexão voltar. Nada do que você digitou foi perdido.
waiting-for-connection = Aguardando conexão…
wait-title = Muitas tentativas
wait-text = Para sua segurança, espere um pouco antes de tentar novamente.
down-title = Algo deu errado do nosso lado
down-text = Tente novamente em alguns minutos. Nada do que você digitou foi perdido.
timed-out = O serviço demorou demais para responder. Tente novamente.
tls-error = Não foi possível fazer uma conexão segura. Em um Wi-Fi público, primeiro faça login na rede. Confira também a data e a hora deste dispositivo.
proxy-error = O proxy da sua rede bloqueou a conexão com o serviço. Fale com quem administra a rede ou use outra.
captcha-required = Este serviço confirma que você não é um robô, e isso não é possível neste app. Escolha uma nova senha no site do serviço.
rate-limited = Muitas tentativas. Tente novamente em { $time }.
rate-limited-no-time = Muitas tentativas. Tente novamente em um minuto.
not-configured = Este app não sabe de qual serviço é a sua conta. Fale com quem o forneceu a você.
unexpected-response = Outra coisa respondeu no lugar do serviço. Em um Wi-Fi público, primeiro faça login na rede; caso contrário, peça ajuda.
invalid-response = Este app não entendeu a resposta do serviço. Tente mais tarde ou peça ajuda.
invalid-response-details = Este app não entendeu a resposta do serviço. Tente mais tarde. Se pedir ajuda, informe isto: { $answer }

## Shown once, above the screen

memory-only = Deixe este app aberto até terminar. Este dispositivo não pode guardar seu pedido com segurança.
newer-link = Um link mais recente foi aberto. Vamos usar esse.
bad-link-ignored = Outro link foi aberto, mas não funciona. Você pode continuar aqui.
clock-wrong = O relógio deste dispositivo está errado, então os horários aqui podem não estar certos. Acerte a data e a hora.
