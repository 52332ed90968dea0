import type { Flow } from './flows.js'
import { SCENARIOS } from './scenarios.js'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The console as a page: who plays the other platform, and the breakdowns of this one. */
export function consolePage(flows: Flow[], scenario: string | null): string {
  const options = Object.entries(SCENARIOS)
    .map(
      ([name, says]) =>
        `<option value="${name}"${name === scenario ? ' selected' : ''}>${escaped(says)}</option>`
    )
    .join('')
  const rows = flows
    .toReversed()
    .map(
      (one) =>
        `<tr><td>${one.acknowledgement.status}</td><td>${escaped(one.name)}</td><td>${escaped(one.flowSyntax)}</td><td>${one.flowDirection}</td><td>${one.submittedAt}</td></tr>`
    )
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Plateforme agréée simulée</title>
<meta name="viewport" content="width=device-width"><style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
td,th{padding:.4rem .6rem;border-bottom:1px solid GrayText;text-align:left}form{margin:1rem 0}</style>
<h1>Plateforme agréée simulée</h1>
<p>Ici se jouent une autre plateforme et les pannes de celle-ci. Rien d’ici n’est vrai.</p>
<form method="post" action="/console/scenario"><label>Scénario <select name="nom"><option value="">Tout va bien</option>${options}</select></label> <button>Jouer</button></form>
<form method="post" action="/console/flux" enctype="multipart/form-data"><label>Flux entrant <input name="file" type="file" required></label> <button>Envoyer</button></form>
<table><caption>Flux</caption><thead><tr><th>Accusé<th>Nom<th>Syntaxe<th>Sens<th>Reçu le</thead><tbody>${rows.join('')}</tbody></table></html>`
}
