/**
 * What a file of this folder is made of. These files are data that people review: they import
 * nothing but these types. What a room wants to be told, it adds in its `blueprint.ts`.
 */
export type { Blueprint, TitleBlueprint } from '#kernel/blueprint'
export type { Member, MemberPerson } from '#console/provisioning/member'
