import type { Tree } from './tree.js'

interface Say {
  /** What a line must not say. */
  instead: RegExp
  /** Where it must not say it. */
  where: RegExp
  say: string
  /** Where it is right, or not yet mended, and why. */
  but?: [RegExp, string][]
}

const APP = /^app\/.+\.ts$/

const SCREENS = /^(app|resources\/(views|js))\/.+\.(ts|edge|js)$/

/** Words that were seen on a screen, said nothing to who read them, and were mended (docs/review.md). */
const MENDED: Say[] = [
  { instead: /(['">])Sorte(?=['"<])/, where: SCREENS, say: '« Type »' },
  { instead: /Reprendre (mon geste|avant signature)/, where: SCREENS, say: '« Retirer mon visa »' },
  { instead: /Remettre à faire/, where: SCREENS, say: '« Marquer comme non fait »' },
  { instead: /(['">])Le refaire(?=['"<])/, where: SCREENS, say: 'say what is made again' },
  {
    instead: /(['">])(Provisionnement|Travailleurs)(?=['"<])/,
    where: SCREENS,
    say: 'say it as the operator does',
  },
  {
    instead: /Remplissez ce champ/,
    where: /^(app|resources\/views)\//,
    say: '« Indiquez le SIREN »: name what is missing',
  },
  { instead: /(['">])Vous êtes invité\b(?!e)/, where: SCREENS, say: 'an invitation has no gender' },
  { instead: /date certaine/, where: SCREENS, say: '« Signé au plus tard le … (horodatage) »' },
]

/** One way of saying each thing: docs/STYLE.md shows them in pairs. */
export const DIALECT: Say[] = [
  ...MENDED,
  {
    instead: /\bstatic (async )?(require|whole|load|locked\w*)\(/,
    where: APP,
    say: 'Model.get(id) finds or throws, Model.hold(id) does so and locks',
  },
  { instead: /\b(find|first)\w*OrFail\(/, where: /^app\/.+_controller\.ts$/, say: 'Model.get(id)' },
  { instead: /\bget subject\(\)/, where: APP, say: 'thing.ref' },
  {
    instead: /\.(trx|tenantId)\(['"`]/,
    where: APP,
    say: 'tenancy.trx() has no label: the stack says where',
  },
  { instead: /tenants\.byId\(tenancy\.tenantId\(/, where: APP, say: 'tenants.current()' },
  {
    instead: /function (namesOf|nameOf)\(ids/,
    where: APP,
    say: 'people.names(ids) of #kernel/people',
  },
  {
    instead: /\.input\('(apres|avant)'\)\s*$/,
    where: APP,
    say: 'cursorOf(request) of #web/cursor',
  },
  { instead: /\[0-9a-f\]\{8\}/, where: /^(app|lib)\/.+\.ts$/, say: 'isUuid of #lib/values' },
  {
    instead: /\bKEEP_MS\b|\bkept\.size >/,
    where: /^app\/.+\.ts$/,
    say: 'remember({ ms, most }) of #lib/remember',
    but: [[/^app\/kernel\/documents\/keys\.ts$/, 'the age of a key is compared with it too']],
  },
  { instead: /w3\.org\/2005\/Atom/, where: /^(app|lib\/(?!feed\/)).+\.ts$/, say: '#lib/feed/atom' },
  {
    instead: /replaceAll\('"', '""'\)/,
    where: /^(app|lib\/(?!sheets\/)).+\.ts$/,
    say: '#lib/sheets/csv',
  },
  { instead: /\.woff\b/, where: /^(app|lib\/(?!pdf\/)).+\.ts$/, say: 'pdfFont of #lib/pdf/font' },
  { instead: /\bPATIENCE/, where: /^(app|lib)\/.+\.ts$/, say: 'name a wait by what it bounds' },
]

export const foreignWords = (tree: Tree): string[] =>
  DIALECT.flatMap(({ instead, where, say, but = [] }) =>
    tree.files
      .filter((file) => where.test(file) && !but.some(([right]) => right.test(file)))
      .flatMap((file) =>
        tree
          .read(file)
          .split('\n')
          .flatMap((line, index) => (instead.test(line) ? [`${file}:${index + 1}: ${say}`] : []))
      )
  )

/** `_words.ts` says states, `_screen.ts` gathers what a page shows; nothing else is a screen. */
export const misnamedScreens = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^app\/\w+\/screens\//.test(file) && !/_(screen|words)\.ts$/.test(file))
    .map((file) => `${file}: a screen is named <thing>_screen.ts`)

export const misnamedProvisions = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^app\/(?!console\/)\w+\/provisioning(\.ts|\/)/.test(file))
    .map((file) => `${file}: what a room gives to a new member stands in provision.ts`)
