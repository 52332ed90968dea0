import type { Mail } from './store.js'

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Addresses in a text become links, so that an invitation can be followed. */
const linked = (text: string) =>
  escaped(text).replace(
    /https?:\/\/[^\s&]+(?:&#38;[^\s&]+)*/g,
    (url) => `<a href="${url}">${url}</a>`
  )

const page = (title: string, body: string) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
<style>
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .5rem; border-bottom: 1px solid #8886 }
pre { white-space: pre-wrap; font: inherit }
</style>
<h1>${escaped(title)}</h1>${body}</html>`

const dated = (at: string) =>
  at ? new Date(at).toLocaleString('fr-FR', { timeZone: 'Europe/Paris' }) : ''

/** What the demonstration has sent to people: nothing of it leaves this machine. */
export function listPage(mails: Mail[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escaped(dated(at))}<td>${escaped(to)}<td><a href="/${id}">${escaped(subject || '(sans objet)')}</a>`
  )
  const table = `<table><tr><th>Envoyé<th>À<th>Objet${rows.join('')}</table>`
  const none = '<p>Aucun courriel pour le moment.</p>'
  return page(
    'Boîte aux lettres de la démonstration',
    `<p>Tout ce que Halle envoie aux personnes arrive ici et n’en sort pas.</p>${mails.length ? table : none}`
  )
}

export function mailPage(mail: Mail): string {
  const head = `<p><a href="/">Tous les courriels</a> · <a href="/${mail.id}.eml">Source</a></p>
    <p>De ${escaped(mail.from)}, à ${escaped(mail.to)}, ${escaped(dated(mail.at))}</p>`
  return page(mail.subject || '(sans objet)', `${head}<pre>${linked(mail.text)}</pre>`)
}
