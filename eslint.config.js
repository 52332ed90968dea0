import { configApp } from '@adonisjs/eslint-config'

/** The base is reached through tenancy: a room that took `db` would meet PostgreSQL without a context. */
const throughTenancy = {
  files: ['app/**/*.ts'],
  ignores: ['app/{kernel,web,identity,console}/**', 'app/outsiders/wall/wall.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: '@adonisjs/lucid/services/db',
            message: 'Use tenancy.trx() of #kernel/tenancy, or systemDb() in the kernel.',
          },
        ],
      },
    ],
  },
}

/** Texts carry the narrow no-break spaces of French; `(await x).y` reads as a sentence. */
const house = {
  rules: {
    'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipComments: true, skipRegExps: true }],
    '@unicorn/no-await-expression-member': 'off',
    '@typescript-eslint/no-shadow': 'off',
  },
}

export default configApp(
  { ignores: ['build/**', 'public/**', 'tmp/**', 'tests/output/**', 'database/schema/**', 'clients/typescript/schema.d.ts', '.adonisjs/**', 'resources/stubs/**'] },
  house,
  throughTenancy
)
