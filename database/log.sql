-- Ce qui permet à halle:backup de suivre le journal (WAL) d'un PostgreSQL qui n'est pas embarqué, donc à
-- halle:restore --until de revenir à n'importe quelle seconde. Facultatif : sans cela, la base est copiée par pg_dump.
-- En superutilisateur, dans la base de Halle : psql -v ON_ERROR_STOP=1 -f database/log.sql halle
-- Se relance sans effet. pg_hba.conf doit admettre « replication » pour halle_backup (Debian le fait sur la machine même),
-- et wal_keep_size garder ce qu'un passage en retard lira encore : alter system set wal_keep_size = '1GB'.

alter role halle_backup replication;

-- Deux gestes et rien d'autre : le dossier des données reste fermé à halle_backup.
create schema if not exists halle_log;

create or replace function halle_log.close_segment() returns text
  language sql security definer set search_path = pg_catalog
  as 'select pg_walfile_name(pg_switch_wal())';

create or replace function halle_log.segment(name text) returns bytea
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if name !~ '^[0-9A-F]{24}$' then
      raise 'pas un segment';
    end if;
    return pg_read_binary_file('pg_wal/' || name);
  end $$;

revoke all on all functions in schema halle_log from public;
grant usage on schema halle_log to halle_backup;
grant execute on all functions in schema halle_log to halle_backup;
