import type { Tree } from './tree.js'

/**
 * Forms that need not say what their reader saw (decision 0040), by controller and action, and why. A
 * new one says its own reason where it stands: `// Compared with nothing: …`.
 */
const UNGUARDED: [RegExp, string][] = [
  [
    /^(Login|SecondStep|PasskeyLogin|PasswordLost|InvitationAcceptance|FactorProofs|RecoveryCodes|Passkeys|Totp|Sessions|Password)\./,
    'a person proves who she is; nothing that somebody else wrote is replaced',
  ],
  [/^Account\./, 'a person writes her own name, and nobody else can'],
  [
    /^(Invitations|FicheInvitations|Ceremonies|Annotations|Holds|Recommendations|Seals|Proofs)\.store$/,
    'it adds something new beside what is there',
  ],
  [/^(Actes|Members|Axes|Fiches)\.store$/, 'it creates what nobody has seen yet'],
  [
    /^(Invitations\.(resend|destroy)|Members\.(suspend|reinstate|preview)|MemberState\.store)$/,
    'a gesture without typing, the same whoever makes it first',
  ],
  [
    /^(Relaunches|Drafts|Retries|Audits|Transmissions|ReceiptVerifications|JobRelaunches|MemberProvisioning)\.\w+$|^MemberJournal\./,
    'it starts again what waits; the state that it finds decides, and a second time does nothing',
  ],
  [
    /^(Cancellations|Paper|Visas|Refusals|Recalls|Signatures|ProjectTransitions|EvaluationPublications)\.store$/,
    'a state that has gone forward refuses the second gesture and says so',
  ],
  [
    /^(Publications|Letters|Deferrals)\.\w+$/,
    'a state that has gone forward refuses the second gesture and says so',
  ],
  [/^Answers\./, 'an operator attaches a mail once; the second is refused by its state'],
  [
    /^Certificates\./,
    'a link is asked, granted or ended once, with its reason, and kept as history',
  ],
  [
    /^(Verifications|Classification)\.store$/,
    'it reads what is sent and records nothing of others',
  ],
  [/^Uploads\./, 'the pieces of a file of one person, told by their offset'],
  [
    /^Notices\.update$/,
    'the operator’s few people; each change is shown with its author, but not yet compared',
  ],
]

const SAYS_WHY = /^\s+\/\/ Compared with nothing: \S+/m

const FORM = /\.(?:post|put|patch)\(\s*'[^']*',\s*\[\s*(?:[\w]+\.)*(\w+),\s*'(\w+)',?\s*\]/g

/** The routes that receive a form: their controllers and actions, as the routes' files write them. */
export const formsOf = (tree: Tree) =>
  tree.files
    .filter((file) => /^app\/.*routes\.ts$/.test(file))
    .flatMap((file) =>
      [...tree.read(file).matchAll(FORM)].map(([, controller, action]) => ({
        file,
        name: `${controller}.${action}`,
        controller,
        action,
      }))
    )

/** Forms that neither compare what their reader saw nor say why they need not. */
export function unguardedForms(tree: Tree, excused = UNGUARDED): string[] {
  const guards = guardsIn(tree)
  return formsOf(tree)
    .filter(({ name }) => !excused.some(([pattern]) => pattern.test(name)))
    .flatMap(({ file, name, controller, action }) => {
      const folder = file.slice(0, file.lastIndexOf('/'))
      const end = `/${snake(controller)}_controller.ts`
      const path = tree.files.find((one) => one.startsWith(`${folder}/`) && one.endsWith(end))
      const body = path && actionIn(tree.read(path), action)
      if (!body) return [`${file}: ${name} is not found`]
      return callsOne(body, guards) || SAYS_WHY.test(body)
        ? []
        : [`${file}: ${name} does not compare what was seen`]
    })
}

/** The functions that end in a comparison, directly or by those that they call. */
function guardsIn(tree: Tree): Set<string> {
  const guards = new Set(['mustBeCurrent', 'receiveForm'])
  const functions = tree.files
    .filter((file) => /^app\/.*\.ts$/.test(file))
    .flatMap((file) =>
      tree
        .read(file)
        .split(/^(?=(?:export )?(?:async )?function )/m)
        .slice(1)
    )
  for (let before = 0; before !== guards.size;) {
    before = guards.size
    for (const text of functions) {
      const [, name] = /function (\w+)/.exec(text)!
      if (callsOne(text.slice(text.indexOf('(')), guards)) guards.add(name)
    }
  }
  return guards
}

const callsOne = (text: string, names: Set<string>) =>
  [...text.matchAll(/\b(\w+)\(/g)].some(([, name]) => names.has(name))

const actionIn = (text: string, action: string) =>
  text
    .split(/^(?= {2}(?:async )?\w+\()/m)
    .find((part) => RegExp(`^ +(async )?${action}\\(`).test(part))

const snake = (name: string) => name.replace(/(?!^)[A-Z]/g, (one) => `_${one}`).toLowerCase()
