/**
 * What a file of this folder is made of. These files are data that people review: they import
 * nothing but these types.
 */
export type {
  Blueprint,
  CircuitBlueprint,
  CircuitStepBlueprint,
  DeskBlueprint,
  FolderTypeBlueprint,
  ParapheurBlueprint,
  TitleBlueprint,
} from '../app/kernel/provisioning/blueprint.js'
export type { Member, MemberPerson } from '../app/kernel/provisioning/member.js'
