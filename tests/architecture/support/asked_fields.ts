import { isNamed } from '#lib/values/field_words'
import type { Tree } from './tree.js'

const FIELD = /field\/(?:text|textarea|select|date|file|radios|checkboxes)', \{([\s\S]*?)\n\s*\}\)/g

/** The fields that a view lets nobody leave empty, by their names; those that a variable names are not known here. */
export function askedFields(view: string): string[] {
  return [...view.matchAll(FIELD)].flatMap(([, props]) => {
    const [, name] = /\bname: '([^']+)'/.exec(props) ?? []
    return name && !/required: false/.test(props) ? [name.replace(/\[\]$/, '')] : []
  })
}

/** Fields that would be asked for by « Indiquez une réponse. », which does not say which. */
export const unnamedFields = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^resources\/views\/(?!components|parts\/).*\.edge$/.test(file))
    .flatMap((file) =>
      askedFields(tree.read(file))
        .filter((name) => !isNamed(name))
        .map((name) => `${file}: « ${name} » has no words in lib/values/field_words.ts`)
    )
