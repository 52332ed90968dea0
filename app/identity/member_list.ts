import { allRoles, roleLabel } from '#kernel/room'
import { memberOf, memberRows, type Member } from '#kernel/people/members'
import Membership from '#kernel/people/membership'
import type { Gesture, ListDeclaration } from '#web/list/index'
import { reinstateMember, suspendMember } from './members.js'

export const MEMBER_STATES = {
  active: { label: 'Compte actif', meaning: 'done' },
  suspended: { label: 'Compte suspendu', meaning: 'trouble' },
} as const

const permission = 'identity.manage'

const GESTURES: Gesture[] = [
  {
    name: 'suspendre',
    label: 'Suspendre',
    icon: 'ban',
    permission,
    kind: 'danger',
    confirm: 'Suspendre ces personnes ? Elles n’auront plus accès à votre collectivité.',
    done: ['personne suspendue', 'personnes suspendues'],
    undo: 'retablir',
    run: async (id, by) => suspendMember(await Membership.findOrFail(id), by),
  },
  {
    name: 'retablir',
    label: 'Rétablir',
    icon: 'rotate-cw',
    permission,
    done: ['personne rétablie', 'personnes rétablies'],
    undo: 'suspendre',
    run: async (id, by) => reinstateMember(await Membership.findOrFail(id), by),
  },
]

const inWords = ({ roles }: Member) => roles.map((role) => roleLabel(role)).join(', ')

/** Who works in the member in context; `base` is the address of the list. */
export const memberList = (base: string): ListDeclaration<Member> => ({
  name: 'identity.members',
  caption: 'Membres',
  words: ['personne', 'personnes'],
  id: 'memberships.id',
  from: memberRows,
  complete: async (rows) => rows.map(memberOf),
  order: 'personne',
  gestures: GESTURES,
  keepsViews: true,
  columns: [
    { name: 'etat', label: 'État', cell: ({ state }) => ({ state: MEMBER_STATES[state] }) },
    {
      name: 'personne',
      label: 'Personne',
      isTitle: true,
      sort: { sql: 'kernel.folded(users.full_name)', kind: 'text' },
      cell: ({ id, fullName, title, email }) => ({
        text: fullName,
        href: `${base}/${id}`,
        more: [title, email].filter(Boolean).join(' – '),
      }),
      exported: ({ fullName }) => fullName,
    },
    { name: 'fonction', label: 'Fonction', inFileOnly: true, cell: ({ title }) => text(title) },
    { name: 'adresse', label: 'Adresse', inFileOnly: true, cell: ({ email }) => text(email) },
    { name: 'telephone', label: 'Téléphone', inFileOnly: true, cell: ({ phone }) => text(phone) },
    { name: 'roles', label: 'Rôles', cell: (member) => text(inWords(member)) },
    {
      name: 'connexion',
      label: 'Dernière connexion',
      sort: {
        sql: `coalesce(users.last_login_at, '-infinity'::timestamptz)`,
        kind: 'timestamptz',
        first: 'desc',
      },
      cell: ({ lastLoginAt: at }) => (at ? { at } : { text: 'jamais' }),
    },
  ],
  filters: [
    {
      kind: 'words',
      name: 'q',
      label: 'Nom, adresse ou fonction',
      columns: ['users.full_name', 'users.email', 'memberships.title'],
    },
    {
      kind: 'choice',
      name: 'role',
      label: 'Rôle',
      empty: 'Tous',
      options: allRoles().map((value) => ({ value, label: roleLabel(value) })),
      narrow: (query, role) => void query.whereRaw('? = any(memberships.roles)', [role]),
    },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: Object.entries(MEMBER_STATES).map(([value, { label }]) => ({ value, label })),
      narrow: (query, state) => void query.where('memberships.state', state),
    },
  ],
})

const text = (words: string | null) => ({ text: words ?? '' })
