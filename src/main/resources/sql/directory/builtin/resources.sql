-- All resources of a type.
select id, display_name, app_id
from directory_resource
where type = :directory_resource_type;
