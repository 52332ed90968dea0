/**
 * `npm run verify -- proof.json|DIR [--dir DIR] [--anchors roots.pem] [--key key.pem]
 * [--member-key cachet.pem]`: checks a proof
 * bundle with the files at hand only. It opens no connection, asks no database and none of our servers.
 */
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { parseProofBundle, verifyBundle, type Finding } from '#lib/proof'
import { tokenVerifier } from '#lib/signature/token_verifier'
import { logsIn, measureIn, proofAt, read, readKeys, readAnchors } from './verify/proof_files.js'
import { report } from './verify/findings_said.js'
import { folderOfProof } from './verify/sealed_folder.js'

const USAGE = `Vérifie un dossier de preuve, sans réseau et sans nos serveurs.

  npm run verify -- proof.json|DOSSIER [--dir DOSSIER] [--anchors racines.pem] [--key cle.pem]
                 [--member-key cachet.pem] [--json]

  --dir      le dossier où sont les fichiers (par défaut, celui de proof.json, ou son dossier « preuve »
             quand le même proof.json s’y trouve)
  --anchors  les certificats racines des autorités d’horodatage que vous reconnaissez (PEM)
  --key      la clé publique de la plateforme, obtenue ailleurs que dans ce dossier : sur sa page
             « /preuves/cle », ou de votre exploitant. Sans elle, rien ne dit qui a émis le dossier.
             L’option se répète.
  --member-key  le certificat (ou la clé publique) du cachet de la collectivité, obtenu d’elle : dit si
             elle a signé aussi chaque scellé. L’option se répète.
  --json     le résultat pour un programme

Le code de sortie est 0 si rien n’a échoué, 1 sinon, 2 si la commande est mal écrite.`

/** Its message says which word of the call is wrong. */
class WrongUsage extends Error {}

async function main(): Promise<number> {
  const { asked, dir: near, anchors, keys, memberKeys, json } = readArguments()
  const proof = await proofAt(asked)
  const bytes = await read(proof)
  const bundle = parseProofBundle(bytes)
  const dir = await folderOfProof(bytes, near ?? dirname(proof))
  const findings = await verifyBundle(bundle, {
    measureFile: measureIn(dir),
    readLog: logsIn(dir),
    verifyToken: tokenVerifier(await readAnchors(anchors)),
    keys: await readKeys(keys),
    memberKeys: await readKeys(memberKeys),
  })
  const failures = findings.filter(({ outcome }) => outcome === 'failed').length
  if (json) sayJson(findings)
  else report(findings, { by: `${bundle.software.name} ${bundle.software.version}`, dir }, failures)
  return failures === 0 ? 0 : 1
}

function sayJson(findings: Finding[]): void {
  const valid = findings.every(({ outcome }) => outcome !== 'failed')
  console.log(JSON.stringify({ valid, findings }, null, 2))
}

const OPTIONS = {
  'dir': { type: 'string' },
  'anchors': { type: 'string', multiple: true },
  'key': { type: 'string', multiple: true },
  'member-key': { type: 'string', multiple: true },
  'json': { type: 'boolean' },
} as const

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
    if (positionals.length !== 1)
      throw new WrongUsage(
        `Nommez un dossier de preuve, et un seul : il y en a ${positionals.length}.`
      )
    return {
      asked: positionals[0],
      dir: values.dir,
      anchors: values.anchors ?? [],
      keys: values.key ?? [],
      memberKeys: values['member-key'] ?? [],
      json: values.json ?? false,
    }
  } catch (error) {
    if (error instanceof WrongUsage) throw error
    const [, word] = /'(-[^'= ]*)/.exec((error as Error).message) ?? []
    const isUnknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new WrongUsage(
      isUnknown
        ? `Option inconnue : ${word}.`
        : `L’option « ${word} » n’a pas la valeur qu’il faut.`
    )
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const wrongUsage = error instanceof WrongUsage
  const text = (error as Error).message
  // A program reads one shape, be the bundle unreadable
  if (!wrongUsage && process.argv.includes('--json'))
    sayJson([{ outcome: 'failed', code: 'bundle', text }])
  else console.error(wrongUsage ? `${text}\n\n${USAGE}` : `  ÉCHEC    ${text}`)
  process.exitCode = wrongUsage ? 2 : 1
}
