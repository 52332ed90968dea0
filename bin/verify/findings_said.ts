import type { Finding } from '#lib/proof'

const LABELS = { ok: 'exact  ', reserve: 'réserve', failed: 'ÉCHEC  ' }

/** Prints each finding, then what they prove together. */
export function report(
  findings: Finding[],
  from: { by: string; dir: string },
  failures: number
): void {
  console.log(`Dossier de preuve produit par ${from.by}`)
  console.log(`Fichiers lus dans ${from.dir}\n`)
  for (const { outcome, text } of findings) console.log(`  ${LABELS[outcome]}  ${text}`)
  console.log(`\n${conclusionOf(findings, failures)}`)
}

function conclusionOf(findings: Finding[], failures: number): string {
  if (failures > 0) {
    const checks =
      failures === 1 ? 'Une vérification a échoué' : `${failures} vérifications ont échoué`
    return `${checks} : ce dossier ne prouve pas ce qu’il annonce.`
  }
  const reserves = new Set(
    findings.filter(({ outcome }) => outcome === 'reserve').map(({ code }) => code)
  )
  if (reserves.size === 0) {
    return 'Tout concorde : les fichiers, le journal, les scellés et leur horodatage, sous la clé que vous avez donnée.'
  }
  const wanted = [
    ...(reserves.has('issuer') ? ['qui l’a émis n’est pas établi (--key)'] : []),
    ...(reserves.has('member') ? ['un scellé n’a pas la signature du membre'] : []),
    ...(reserves.has('token') ? ['l’autorité d’horodatage n’est pas établie (--anchors)'] : []),
  ]
  return `Tout concorde, avec des réserves : ${wanted.join(' ; ')}.`
}
