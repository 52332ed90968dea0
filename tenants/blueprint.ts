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
} from '#kernel/blueprint'
export type { Member, MemberPerson } from '#console/provisioning/member'
