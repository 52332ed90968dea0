import type { consoleReport } from './console.js'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const GESTURES = { completer: 'Compléter', payer: 'Payer', renvoyer: 'Adresser de nouveau' }

/** The console as a page: who plays the supplier, the accountant and the breakdowns of Chorus Pro. */
export function consolePage({ invoices, scenario, scenarios }: ReturnType<typeof consoleReport>) {
  const options = Object.entries(scenarios)
    .map(
      ([name, says]) =>
        `<option value="${name}"${name === scenario ? ' selected' : ''}>${escaped(says)}</option>`
    )
    .join('')
  const rows = invoices.toReversed().map(
    (one) => `<tr><td>${one.id}</td><td>${escaped(one.supplierName)}</td>
      <td>${escaped(one.number)}</td><td>${one.gross.toFixed(2)} ${escaped(one.currency)}</td>
      <td>${one.buyer}</td><td>${one.status}</td>
      <td>${Object.entries(GESTURES)
        .map(
          ([name, label]) =>
            `<button data-order="/console/gestes?id=${one.id}&amp;geste=${name}">${label}</button>`
        )
        .join(' ')}</td></tr>`
  )
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Chorus Pro simulé</title>
<meta name="viewport" content="width=device-width"><style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
td,th{padding:.4rem .6rem;border-bottom:1px solid GrayText;text-align:left}form{margin:1rem 0}</style>
<h1>Chorus Pro simulé</h1>
<p>Ici se jouent le fournisseur, le comptable public et les pannes. Rien d’ici n’est vrai.</p>
<form id="scenario"><label>Scénario <select name="nom"><option value="">Tout va bien</option>${options}</select></label>
<label>Nombre de fois <input name="fois" type="number" value="1" min="1"></label> <button>Jouer</button></form>
<form id="depot"><label>Facture <input name="file" type="file" required></label>
<label>SIRET du destinataire <input name="destinataire" pattern="\\d{14}"></label>
<label>Pièce de travaux <input name="travaux" placeholder="ETAT_ACOMPTE_VALIDE"></label>
<label>Marché <input name="marche"></label> <label>Pièce précédente <input name="precedente" inputmode="numeric"></label>
<label>Copies <input name="copies" type="number" value="1" min="1"></label> <button>Déposer</button></form>
<p role="status" id="said"></p>
<table><caption>Factures</caption><thead><tr><th>Identifiant<th>Fournisseur<th>Numéro<th>Montant<th>Destinataire<th>Statut<th>Gestes</thead>
<tbody>${rows.join('')}</tbody></table>
<script>
const send = async (url, body) => {
  const answer = await fetch(url, { method: 'POST', body })
  if (answer.ok) location.reload()
  else said.textContent = (await answer.json()).message
}
document.addEventListener('click', ({ target }) => target.dataset.order && send(target.dataset.order))
scenario.addEventListener('submit', (event) => {
  event.preventDefault()
  send('/console/scenario?' + new URLSearchParams(new FormData(event.target)))
})
depot.addEventListener('submit', (event) => {
  event.preventDefault()
  const data = new FormData(event.target)
  const file = data.get('file')
  const query = new URLSearchParams({ nom: file.name, copies: data.get('copies') })
  for (const name of ['destinataire', 'travaux', 'marche', 'precedente'])
    if (data.get(name)) query.set(name, data.get(name))
  send('/console/factures?' + query, file)
})
</script></html>`
}
