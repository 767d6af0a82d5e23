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
still-trying = Ainda estamos tentando. A conexão pode estar lenta.
privacy = Privacidade
terms = Termos
page-open-failed = Não foi possível abrir um navegador. Copie este endereço para um navegador:
mail-open-failed = Não foi possível abrir um app de e-mail. Copie este endereço para um:
problems = Confira isto de novo:
try-again-in = Tentar de novo em { $time }
text-size = Tamanho do texto: { $percent }%

## Forgot password

forgot-title = Esqueceu a senha?
forgot-lead = Digite o endereço de e-mail da sua conta. Vamos enviar um link para você escolher uma nova senha.
forgot-lead-code = Digite o endereço de e-mail da sua conta. Vamos enviar um código para você escolher uma nova senha.
hosted-lead = Você vai escolher a nova senha em { $host }, que abre no seu navegador.
hosted-open = Abrir a página
hosted-opened-title = Continue no navegador
hosted-opened-text = Abrimos { $host } no seu navegador. Escolha a nova senha lá e depois entre.
hosted-open-again = Abrir a página de novo
email = Endereço de e-mail
send = Enviar o e-mail
sending = Enviando…
did-you-mean = Você quis dizer { $suggestion }?
back-to-email = Voltar ao e-mail solicitado
back-to-sign-in = Voltar ao login

email-missing = Digite seu endereço de e-mail.
email-malformed = Isto não parece um endereço de e-mail. Ele precisa de um @, como em name@example.org.
email-refused = O serviço não aceita este endereço. Veja se há erros de digitação.
code-too-early = Este é um código de recuperação. Ele só funciona onde foi pedido: digite seu endereço de e-mail para receber um novo aqui.

## Check your email

check-title = Veja seu e-mail
check-lead = Se houver uma conta com o endereço { $email }, um e-mail com um link está a caminho.
check-lead-code = Se houver uma conta com o endereço { $email }, um e-mail com um código está a caminho.
check-lead-both = Se existir uma conta para { $email }, você receberá um e-mail com um link e um código.
hosted-check = O link nele abre uma página deste serviço no seu navegador. Escolha lá a nova senha.
check-spam = Pode levar um minuto. Se nada chegar, olhe na caixa de spam ou confira o endereço.
open-mail = Abrir app de e-mail
mail-app-open-failed = Não foi possível abrir o app de e-mail. Abra-o manualmente.
open-webmail = Abrir { $name }
paste-label = Cole o link do e-mail
paste-hint = Use isto se abrir o link não trouxer você até aqui.
code-label = Digite o código ou cole o link
code-only-label = Digite o código do e-mail
continue = Continuar
checking = Verificando…
resend = Reenviar e-mail
resend-in = Reenviar em { $time }
resent = Enviado de novo. Use o e-mail mais recente.
change-address = Usar outro endereço
no-mailbox = Sem acesso a esta caixa de entrada?
no-mailbox-lead = Só quem consegue ler esta caixa de e-mail pode escolher uma nova senha. Isso protege você de estranhos. Muitas vezes há um jeito:
no-mailbox-provider-title = Recupere o acesso à sua caixa de entrada
no-mailbox-provider-text = Seu provedor de e-mail tem uma forma própria de recuperar a caixa de e-mail. Comece por lá.
no-mailbox-other-title = Tente outro endereço
no-mailbox-other-text = Se outro endereço também for da sua conta, use esse.
no-mailbox-support-title = Fale com o suporte
no-mailbox-support-text = Caso contrário, fale com a equipe deste serviço. Ela vai querer saber quem você é.

no-link-or-code-found = Isto não é nem o link inteiro nem o código inteiro. Copie do e-mail mais uma vez.
code-incomplete = Este não é o código inteiro. Copie do e-mail mais uma vez.
link-incomplete = Este link não está inteiro. Copie tudo, do primeiro ao último caractere.
link-of-other-service = Este link é de outro serviço.
link-of-click-tracker = Este link passa por um serviço que conta cliques. Abra-o no e-mail ou copie o código de lá.
code-wrong = Este não é o código certo. Compare com o do e-mail mais recente.
code-wrong-tries = { $tries ->
    [one] Este não é o código certo. Você ainda tem { $tries } tentativa; o link do e-mail funciona de qualquer jeito.
   *[other] Este não é o código certo. Você ainda tem { $tries } tentativas.
  }
code-expired = Este código não vale mais. Abra o link do mesmo e-mail ou peça um novo e-mail.
code-used = Uma senha já foi definida com este e-mail.
code-superseded = Há um e-mail mais recente. Use o código que está nele.
code-invalid = Este código não funciona aqui. Abra o link do e-mail ou peça um novo e-mail.
code-only-invalid = Este código não vale mais, ou não vale aqui. Peça um novo e-mail.

## Choose a new password

reset-title = Escolha uma nova senha
reset-checking = Verificando seu link…
reset-for = Para a conta de { $email }.
new-password = Nova senha
confirm-password = Repita a nova senha
second-factor = Código do seu aplicativo de autenticação
second-factor-hint = Esta conta é protegida por um aplicativo desses. Ele mostra um novo código a cada 30 segundos.
set-password = Definir a nova senha
setting-password = Salvando…
rule-length = { $min ->
    [one] Pelo menos { $min } caractere
   *[other] Pelo menos { $min } caracteres
  }
rule-length-so-far = { $have } de { $min } caracteres
rule-length-refused = { $have } de { $min } caracteres. Adicione mais { $more }.
rule-leaks = Fora de vazamentos conhecidos
tip-words = Várias palavras que só você juntaria são fáceis de lembrar.
tip-manager = Salve-a no seu gerenciador de senhas.
minutes-left = { $minutes ->
    [one] Você ainda tem { $minutes } minuto para terminar.
   *[other] Você ainda tem { $minutes } minutos para terminar.
  }
expires-soon-title = Este link expira em { $minutes } min
expires-soon-text = O que você digitou continua aqui.
renew = Pedir um novo link
renewed = Um novo e-mail está a caminho. Abra o link dele: o que você digitou vai continuar aqui.
caps-lock = O Caps Lock está ativado.

strength = Força
strength-0 = muito fraca
strength-1 = fraca
strength-2 = razoável
strength-3 = boa
strength-4 = forte
advice-common = Muita gente usa esta senha ou uma muito parecida.
advice-keyboard = Teclas vizinhas são as primeiras a serem testadas.
advice-repeat = Repetir algo acrescenta muito pouco.
advice-sequence = Sequências como abc ou 6543 são as primeiras a serem testadas.
advice-date = Anos e datas são fáceis de adivinhar.
advice-word = Uma única palavra é fácil de adivinhar.
advice-name = Nomes são fáceis de adivinhar.
advice-substitution = Trocar a por @ não deixa a senha mais difícil de adivinhar.
advice-more-words = Acrescente mais uma ou duas palavras, quanto menos comuns, melhor.

breach-checking = Procurando entre senhas roubadas…
breach-unknown = Não foi possível consultar a lista de senhas roubadas. Você pode continuar.

password-missing = Digite uma nova senha.
password-refused = O serviço não aceita esta senha. Tente uma mais longa.
passwords-differ = As duas senhas são diferentes. Digite a segunda de novo ou mostre a primeira.
second-factor-wrong = Digite o código que seu aplicativo de autenticação mostra agora. Cada um vale uma vez só.
too-short = Curta demais: use mais caracteres.
too-short-min = { $min ->
    [one] Curta demais: use pelo menos { $min } caractere.
   *[other] Curta demais: use pelo menos { $min } caracteres.
  }
too-long = Longa demais: use menos caracteres.
too-long-max = { $max ->
    [one] Longa demais: use no máximo { $max } caractere.
   *[other] Longa demais: use no máximo { $max } caracteres.
  }
too-many-bytes = Longa demais: cabem { $max } letras sem acento e números. Letras com acento, outros alfabetos e emojis ocupam de dois a quatro lugares cada.
password-characters = Faltam tipos de caracteres: misture minúsculas, maiúsculas, números e sinais como ! ou ?.
password-common = Fácil demais de adivinhar: muita gente usa algo parecido.
password-breached = Ela está em uma lista de senhas roubadas: escolha outra.
password-personal = Ela contém parte do seu endereço de e-mail: tire essa parte.
password-product-name = Ela contém o nome deste serviço: tire o nome.
password-same = Esta é a sua senha atual: escolha uma nova.

## Done

done-title = Sua senha foi alterada
done-for = Entre como { $email } com a nova senha.
sessions-ended = Todos os outros aparelhos foram desconectados às { $time }. Entre neles de novo com a nova senha.
sessions-kept = Outros aparelhos ainda podem estar conectados. Se você acha que outra pessoa pode saber sua senha antiga, desconecte-os nas configurações da sua conta.
close-hint = Você pode fechar esta janela e entrar.

## A link that does not work

expired-title = Este link expirou
expired-text = Para sua segurança, um link só funciona por pouco tempo. Um novo chega em um instante.
used-title = Este link já foi usado
used-text = Uma nova senha foi definida com ele. Se não foi você, peça um novo link agora e escolha outra senha.
superseded-title = Há um e-mail mais recente
superseded-text = Um e-mail mais recente substituiu este link. Abra o último ou peça outro.
other-device-title = Este link é de outro aparelho
other-device-text = Ele foi pedido em outro aparelho e só funciona lá. Abra-o lá ou peça um novo link daqui.
damaged-title = Este link está danificado
damaged-text = Falta uma parte dele ou algo mudou; alguns programas de e-mail estragam links. Abra-o de novo a partir do e-mail ou peça um novo.
other-service-title = Este link é para outro serviço
other-service-text = Ele não leva a este serviço, por isso nada foi enviado a lugar nenhum. Se você não o esperava, apague o e-mail.
hosted-link-title = A senha é escolhida na página do serviço
hosted-link-text = Este aplicativo não pode usar o link, portanto nada foi alterado. Abra-o a partir do e-mail no seu navegador e escolha a nova senha nessa página.
send-new-link = Enviar um novo link
ask-new-link = Pedir um novo link
other-device-ask = Pedir um link para este dispositivo

## The service cannot be reached, or does not answer

offline = Não foi possível acessar o serviço. Confira sua conexão e tente de novo.
offline-title = Você está sem conexão
offline-text = Tudo continua sozinho assim que ela voltar; nada do que você digitou se perde.
waiting-for-connection = Aguardando conexão…
wait-title = Tentativas demais
wait-text = Espere um minuto.
down-title = O serviço está com um problema no momento
down-text = Tente de novo em alguns minutos.
timed-out = O serviço não respondeu a tempo. Tente de novo.
tls-error = Não foi possível fazer uma conexão segura com o serviço. Se você estiver em uma rede pública, faça login nela primeiro; confira também a data e a hora deste aparelho.
proxy-error = O proxy da sua rede recusou a conexão com o serviço. Fale com quem administra esta rede ou use outra.
rate-limited = Tentativas demais. Espere { $time }.
rate-limited-no-time = Tentativas demais. Espere um minuto.
not-configured = Este aplicativo não sabe de qual serviço é a sua conta. Quem o entregou a você pode configurá-lo.
unexpected-response = Outra coisa respondeu no lugar do serviço. Se você estiver em uma rede pública, faça login nela primeiro; caso contrário, peça ajuda.
invalid-response = O serviço respondeu de um jeito que este aplicativo não entende. Tente mais tarde ou peça ajuda.
invalid-response-details = O serviço respondeu de um jeito que este aplicativo não entende. Tente mais tarde. Se pedir ajuda, informe isto: { $answer }

## Shown once, above the screen

memory-only = Este aparelho não tem um chaveiro de senhas aberto: se você fechar o aplicativo, este pedido será perdido. Deixe o aplicativo aberto até terminar.
newer-link = Um link mais recente foi aberto. É ele que está valendo.
bad-link-ignored = Outro link foi aberto, mas não funciona. Você pode continuar aqui.
clock-wrong = O relógio deste aparelho está errado, então os horários mostrados aqui podem não estar certos. Acerte a data e a hora.
