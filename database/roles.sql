-- Les rôles de Halle, pour le superutilisateur de PostgreSQL : psql -v ON_ERROR_STOP=1 -f database/roles.sql
-- Se relance sans effet. Aucun mot de passe ici : donnez-les ensuite par \password, dans psql.
-- La suite de tests et la base embarquée sont préparées par ce fichier même.

do $$
declare name text;
begin
  foreach name in array array['halle_owner', 'halle_app', 'halle_system', 'halle_backup'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login', name);
    end if;
  end loop;
end $$;

-- Possède les tables et passe les migrations ; même lui n'échappe pas aux murs entre membres.
alter role halle_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
-- Les pages et les tâches d'un membre : ne possède rien.
alter role halle_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
-- L'expédition des tâches, les scellements : ce que les migrations lui nomment, table par table.
alter role halle_system login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
-- Lit tout pour sauvegarder (pg_dump s'arrête sinon aux murs entre membres) et n'écrit rien.
-- Le droit de suivre le journal, s'il l'a reçu de database/log.sql, lui reste.
alter role halle_backup login nosuperuser bypassrls nocreatedb nocreaterole;
alter role halle_backup set default_transaction_read_only = on;
grant pg_read_all_data to halle_backup;
