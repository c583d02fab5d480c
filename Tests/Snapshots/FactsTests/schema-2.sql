CREATE TABLE scan (
  collected_at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  nature TEXT NOT NULL CHECK (nature IN ('live', 'root', 'recording', 'medium')),
  live_hardware INTEGER NOT NULL CHECK (live_hardware IN (0, 1)),
  root TEXT NOT NULL,
  effective_uid INTEGER NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN ('inspection', 'self_check')),
  airseal_version TEXT NOT NULL
) STRICT;

CREATE TABLE collection (
  table_name TEXT NOT NULL,
  source TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('complete', 'does_not_exist', 'incomplete', 'error', 'not_collected', 'not_applicable')),
  reason TEXT NOT NULL CHECK (reason IN ('none', 'permission_denied', 'expected_but_absent', 'never_installed', 'damaged', 'unsupported', 'encrypted', 'too_large', 'too_deep', 'timed_out', 'crashed', 'not_regular_file', 'link_loop', 'read_failed', 'cancelled', 'skipped_by_user', 'needs_running_kernel', 'needs_root', 'not_persistent', 'empty_store', 'internal_error', 'unknown_type', 'partly_read', 'untrusted_program', 'not_described', 'not_declared')),
  detail TEXT NOT NULL,
  rows INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  duration INTEGER NOT NULL
) STRICT;

CREATE TABLE collection_gap (
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('none', 'permission_denied', 'expected_but_absent', 'never_installed', 'damaged', 'unsupported', 'encrypted', 'too_large', 'too_deep', 'timed_out', 'crashed', 'not_regular_file', 'link_loop', 'read_failed', 'cancelled', 'skipped_by_user', 'needs_running_kernel', 'needs_root', 'not_persistent', 'empty_store', 'internal_error', 'unknown_type', 'partly_read', 'untrusted_program', 'not_described', 'not_declared')),
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE machine_identity (
  component TEXT NOT NULL CHECK (component IN ('system', 'board', 'chassis', 'firmware', 'processor', 'disk', 'nic', 'machine_id', 'hostname')),
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE operating_system (
  id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  name TEXT NOT NULL,
  codename TEXT,
  kernel TEXT,
  kernel_installed TEXT,
  kernel_outdated INTEGER NOT NULL CHECK (kernel_outdated IN (0, 1)),
  installed_at INTEGER,
  support_end INTEGER,
  support_source TEXT,
  support_data_date INTEGER
) STRICT;

CREATE TABLE network_interface (
  ifindex INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('loopback', 'ethernet', 'wifi', 'wwan', 'bluetooth', 'ppp', 'tunnel', 'bridge', 'virtual', 'other')),
  software_only INTEGER NOT NULL CHECK (software_only IN (0, 1)),
  admin_up INTEGER NOT NULL CHECK (admin_up IN (0, 1)),
  carrier INTEGER NOT NULL CHECK (carrier IN (0, 1)),
  operstate TEXT NOT NULL,
  address TEXT,
  driver TEXT,
  bus TEXT,
  syspath TEXT,
  rx_bytes INTEGER NOT NULL,
  tx_bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE network_address (
  interface TEXT NOT NULL,
  family TEXT NOT NULL,
  address TEXT NOT NULL,
  prefix_length INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('loopback', 'link', 'private', 'public')),
  software_only INTEGER NOT NULL CHECK (software_only IN (0, 1)),
  declared_lan TEXT
) STRICT;

CREATE TABLE network_route (
  family TEXT NOT NULL,
  destination TEXT NOT NULL,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  gateway TEXT,
  interface TEXT,
  table_id INTEGER NOT NULL,
  declared_lan TEXT
) STRICT;

CREATE TABLE dns_server (
  address TEXT NOT NULL,
  path TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('loopback', 'link', 'private', 'public'))
) STRICT;

CREATE TABLE declared_lan (
  network TEXT NOT NULL
) STRICT;

CREATE TABLE radio (
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('wifi', 'bluetooth', 'wwan', 'nfc', 'other')),
  syspath TEXT NOT NULL,
  bus TEXT,
  model TEXT,
  driver TEXT,
  soft_blocked INTEGER NOT NULL CHECK (soft_blocked IN (0, 1)),
  hard_blocked INTEGER NOT NULL CHECK (hard_blocked IN (0, 1)),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
) STRICT;

CREATE TABLE usb_device (
  syspath TEXT NOT NULL,
  port TEXT NOT NULL,
  vendor_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  vendor TEXT,
  product TEXT,
  serial TEXT,
  identity TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('storage', 'card_reader', 'phone', 'tether', 'modem', 'wifi', 'bluetooth', 'ethernet', 'hid', 'wireless_hid', 'printer', 'ipp_usb', 'scanner', 'camera', 'audio', 'smartcard', 'fingerprint', 'hub', 'other', 'unknown')),
  speed TEXT,
  configurations INTEGER NOT NULL,
  interfaces TEXT NOT NULL,
  drivers TEXT NOT NULL,
  children TEXT NOT NULL,
  network_interface TEXT,
  descriptors TEXT NOT NULL CHECK (descriptors IN ('read', 'absent', 'malformed')),
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  has_medium INTEGER NOT NULL CHECK (has_medium IN (0, 1)),
  network_side INTEGER NOT NULL CHECK (network_side IN (0, 1)),
  standing TEXT NOT NULL CHECK (standing IN ('valid', 'unregistered', 'revoked', 'expired', 'gift_not_inspected', 'not_inspected', 'no_identity', 'used_before_inspection', 'not_for_inspection')),
  purpose TEXT NOT NULL CHECK (purpose IN ('none', 'secret', 'open', 'inspection')),
  seen_on TEXT NOT NULL CHECK (seen_on IN ('none', 'secret', 'open', 'both')),
  inspection INTEGER NOT NULL CHECK (inspection IN (0, 1))
) STRICT;

CREATE TABLE usb_interface (
  syspath TEXT NOT NULL,
  configuration INTEGER NOT NULL,
  number INTEGER NOT NULL,
  alternate INTEGER NOT NULL,
  triple TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  driver TEXT
) STRICT;

CREATE TABLE usb_suspicion (
  vendor_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  product TEXT,
  serial TEXT,
  port TEXT NOT NULL,
  suspicion TEXT NOT NULL CHECK (suspicion IN ('keyboard_with_storage', 'keyboard_with_network', 'keyboard_with_vendor_interface', 'keyboard_of_storage_vendor', 'sudden_keyboard', 'storage_became_keyboard', 'changed_identity', 'malformed_descriptors', 'unknown_function')),
  detail TEXT NOT NULL,
  attached INTEGER NOT NULL CHECK (attached IN (0, 1)),
  seen_at INTEGER,
  before_install INTEGER NOT NULL CHECK (before_install IN (0, 1))
) STRICT;

CREATE TABLE usb_device_history (
  vendor_id TEXT,
  product_id TEXT,
  modes TEXT,
  vendor TEXT,
  product TEXT,
  serial TEXT,
  identity TEXT,
  connection TEXT NOT NULL CHECK (connection IN ('usb', 'bluetooth', 'network', 'thunderbolt')),
  kind TEXT NOT NULL CHECK (kind IN ('storage', 'card_reader', 'phone', 'tether', 'modem', 'wifi', 'bluetooth', 'ethernet', 'hid', 'wireless_hid', 'printer', 'ipp_usb', 'scanner', 'camera', 'audio', 'smartcard', 'fingerprint', 'hub', 'other', 'unknown')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  port TEXT,
  ports TEXT,
  accounts TEXT,
  labels TEXT,
  source TEXT NOT NULL,
  evidence TEXT NOT NULL,
  path TEXT NOT NULL,
  first_seen INTEGER,
  last_seen INTEGER,
  before_install INTEGER NOT NULL CHECK (before_install IN (0, 1)),
  occurrences INTEGER NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('valid', 'unregistered', 'revoked', 'expired', 'gift_not_inspected', 'not_inspected', 'no_identity', 'used_before_inspection', 'not_for_inspection')),
  purpose TEXT NOT NULL CHECK (purpose IN ('none', 'secret', 'open', 'inspection')),
  seen_on TEXT NOT NULL CHECK (seen_on IN ('none', 'secret', 'open', 'both'))
) STRICT;

CREATE TABLE removable_volume (
  syspath TEXT NOT NULL,
  device TEXT NOT NULL,
  port TEXT,
  bus TEXT NOT NULL,
  model TEXT,
  serial TEXT,
  partition INTEGER,
  size INTEGER NOT NULL,
  file_system TEXT,
  label TEXT,
  uuid TEXT
) STRICT;

CREATE TABLE peripheral (
  syspath TEXT NOT NULL,
  bus TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('modem', 'card_reader', 'memory_card', 'thunderbolt', 'sdio_card')),
  vendor TEXT,
  model TEXT,
  serial TEXT,
  driver TEXT
) STRICT;

CREATE TABLE recording_device (
  syspath TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('microphone', 'camera')),
  name TEXT NOT NULL,
  bus TEXT,
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1))
) STRICT;

CREATE TABLE printer (
  name TEXT NOT NULL,
  connection TEXT NOT NULL CHECK (connection IN ('usb', 'network', 'bluetooth', 'line', 'local', 'other')),
  model TEXT,
  address TEXT,
  path TEXT NOT NULL
) STRICT;

CREATE TABLE registered_device (
  vendor_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  serial TEXT NOT NULL,
  identity TEXT,
  name TEXT,
  owner TEXT NOT NULL,
  unit TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('none', 'secret', 'open', 'inspection')),
  origin TEXT NOT NULL CHECK (origin IN ('purchased', 'issued', 'gift_domestic', 'gift_foreign')),
  inspected_by TEXT,
  inspected_at INTEGER,
  registered_at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  revoked_at INTEGER,
  standing TEXT NOT NULL CHECK (standing IN ('valid', 'unregistered', 'revoked', 'expired', 'gift_not_inspected', 'not_inspected', 'no_identity', 'used_before_inspection', 'not_for_inspection')),
  key TEXT NOT NULL
) STRICT;

CREATE TABLE device_sighting (
  vendor_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  serial TEXT NOT NULL,
  machine TEXT NOT NULL,
  machine_use TEXT NOT NULL CHECK (machine_use IN ('secret', 'open')),
  first_seen INTEGER,
  last_seen INTEGER,
  key TEXT NOT NULL
) STRICT;

CREATE TABLE network_contact (
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('connection_activated', 'wifi_access_point', 'dhcp_lease', 'orphan_lease', 'orphan_access_point', 'orphan_activation', 'link_up', 'internet_reached', 'time_server', 'package_index', 'package_download', 'dhcp_attempt', 'modem_connected', 'tether_up', 'default_route', 'installer_mirror', 'antivirus_update', 'web_visit', 'web_residue', 'server_key', 'mail_exchange', 'online_account', 'chat_session', 'cloud_session', 'remote_session', 'remote_attempt', 'vpn_session', 'network_share', 'network_print', 'domain_member', 'vendor_service', 'network_traffic', 'name_server', 'firewall_packet', 'configured', 'network_command')),
  path TEXT NOT NULL,
  interface TEXT,
  peer TEXT,
  peer_is_public INTEGER NOT NULL CHECK (peer_is_public IN (0, 1)),
  name TEXT,
  first_seen INTEGER,
  last_seen INTEGER,
  time_basis TEXT NOT NULL CHECK (time_basis IN ('recorded', 'file_time', 'inferred_year', 'unknown')),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'P', 'C', 'R')),
  server_dated INTEGER NOT NULL CHECK (server_dated IN (0, 1)),
  before_install INTEGER NOT NULL CHECK (before_install IN (0, 1)),
  occurrences INTEGER NOT NULL,
  precision INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (zone IN ('utc', 'local')),
  account TEXT
) STRICT;

CREATE TABLE network_profile (
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  uuid TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  interface TEXT,
  ssid TEXT,
  modified_at INTEGER
) STRICT;

CREATE TABLE coverage (
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  first_entry INTEGER,
  last_entry INTEGER,
  entries INTEGER NOT NULL,
  damaged INTEGER NOT NULL
) STRICT;

CREATE TABLE power_event (
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('boot', 'shutdown', 'clock_set')),
  at INTEGER NOT NULL,
  boot_id TEXT,
  until INTEGER
) STRICT;

CREATE TABLE machine_life (
  source TEXT NOT NULL,
  witness TEXT NOT NULL CHECK (witness IN ('file_system', 'installer_log', 'first_boot', 'package_database', 'firmware_date', 'disk_power', 'home_folder', 'host_key')),
  path TEXT NOT NULL,
  at INTEGER,
  hours INTEGER,
  cycles INTEGER,
  earlier_life INTEGER NOT NULL CHECK (earlier_life IN (0, 1)),
  vouched_by TEXT NOT NULL CHECK (vouched_by IN ('none', 'purchase', 'wiping', 'stamp')),
  vouched_since INTEGER
) STRICT;

CREATE TABLE machine_origin (
  origin_basis TEXT NOT NULL CHECK (origin_basis IN ('none', 'purchase', 'wiping', 'stamp')),
  disk TEXT,
  vouched_since INTEGER,
  hours INTEGER,
  document TEXT,
  inspector TEXT,
  unit TEXT,
  origin_standing TEXT NOT NULL CHECK (origin_standing IN ('valid', 'disk_not_found', 'contradicted', 'installed_later', 'future', 'test_key', 'not_authentic')),
  path TEXT NOT NULL,
  key TEXT
) STRICT;

CREATE TABLE history_sign (
  source TEXT NOT NULL,
  concern TEXT NOT NULL CHECK (concern IN ('wiping', 'clock', 'coverage')),
  sign TEXT NOT NULL CHECK (sign IN ('journal_begins_late', 'journal_sequence_gap', 'boot_missing_in_journal', 'boot_missing_in_sessions', 'listed_log_missing', 'packages_newer_than_log', 'browser_history_empty', 'browser_history_recreated', 'other_machine_journal', 'installer_log_missing', 'cleaner_installed', 'cleaner_ran', 'history_linked_away', 'logging_disabled', 'nothing_persists', 'links_not_kept', 'own_journal_broken', 'own_journal_begins_late', 'deleted_rows', 'session_log_altered', 'time_went_backwards', 'server_time_ahead', 'clock_was_set', 'clock_reset')),
  weight TEXT NOT NULL CHECK (weight IN ('unambiguous', 'independent', 'normal')),
  path TEXT NOT NULL,
  account TEXT,
  at INTEGER,
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE other_system (
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('partition', 'encrypted_volume', 'volume_group', 'virtual_machine', 'container', 'snapshot', 'boot_entry', 'foreign_system')),
  path TEXT NOT NULL,
  name TEXT,
  size INTEGER,
  modified_at INTEGER
) STRICT;

CREATE TABLE antivirus_product (
  product TEXT NOT NULL,
  version TEXT,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  licence TEXT NOT NULL CHECK (licence IN ('free', 'valid', 'expired', 'unknown')),
  licence_end INTEGER,
  licence_holder TEXT,
  signatures_at INTEGER,
  signatures_version TEXT,
  signatures TEXT NOT NULL CHECK (signatures IN ('verified', 'reported', 'declared', 'unverified', 'invalid', 'missing')),
  update_source TEXT NOT NULL CHECK (update_source IN ('internet', 'server', 'local', 'unknown')),
  real_time TEXT NOT NULL CHECK (real_time IN ('on', 'off', 'unknown')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  last_scan_at INTEGER,
  last_scan_found INTEGER,
  basis TEXT NOT NULL CHECK (basis IN ('asked', 'files', 'named', 'declared')),
  path TEXT NOT NULL
) STRICT;

CREATE TABLE malware_trace (
  indicator TEXT NOT NULL,
  family TEXT NOT NULL,
  strength TEXT NOT NULL CHECK (strength IN ('proven', 'suspected')),
  place TEXT NOT NULL CHECK (place IN ('medium', 'home', 'windows', 'file')),
  volume TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT,
  modified_at INTEGER,
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE malware_scan (
  product TEXT NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  files INTEGER,
  infected INTEGER,
  not_scanned INTEGER,
  by_airseal INTEGER NOT NULL CHECK (by_airseal IN (0, 1)),
  path TEXT NOT NULL
) STRICT;

CREATE TABLE software_trace (
  kind TEXT NOT NULL CHECK (kind IN ('foreign_source', 'foreign_package', 'altered_file', 'missing_file', 'verification')),
  name TEXT NOT NULL,
  version TEXT,
  path TEXT NOT NULL,
  vendor TEXT NOT NULL,
  compared INTEGER,
  faults INTEGER
) STRICT;

CREATE TABLE document_scan (
  path TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  first_time INTEGER,
  status TEXT NOT NULL CHECK (status IN ('read', 'unreadable', 'image_only')),
  reason TEXT NOT NULL CHECK (reason IN ('none', 'permission_denied', 'expected_but_absent', 'never_installed', 'damaged', 'unsupported', 'encrypted', 'too_large', 'too_deep', 'timed_out', 'crashed', 'not_regular_file', 'link_loop', 'read_failed', 'cancelled', 'skipped_by_user', 'needs_running_kernel', 'needs_root', 'not_persistent', 'empty_store', 'internal_error', 'unknown_type', 'partly_read', 'untrusted_program', 'not_described', 'not_declared')),
  place TEXT NOT NULL CHECK (place IN ('user', 'system'))
) STRICT;

CREATE TABLE document_tally (
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unreadable', 'image_only', 'packaged', 'not_document', 'unknown_type', 'empty')),
  type TEXT NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  cached INTEGER NOT NULL
) STRICT;

CREATE TABLE picture_folder (
  path TEXT NOT NULL,
  pictures INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  first_time INTEGER
) STRICT;

CREATE TABLE marking (
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('tuyet_mat', 'toi_mat', 'mat', 'review', 'foreign', 'released')),
  rule TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  part TEXT NOT NULL CHECK (part IN ('body', 'header', 'footer', 'comment', 'note', 'text_box', 'watermark', 'sheet_name', 'form_field', 'label', 'deleted', 'hidden', 'property', 'subject', 'name')),
  member INTEGER,
  page INTEGER,
  line INTEGER,
  placed INTEGER,
  modified_at INTEGER NOT NULL,
  first_time INTEGER
) STRICT;

CREATE TABLE document_trace (
  source TEXT NOT NULL,
  trace TEXT NOT NULL CHECK (trace IN ('opened', 'edited', 'previewed', 'trashed', 'printed', 'indexed', 'copied', 'downloaded', 'unpacked')),
  account TEXT,
  path TEXT NOT NULL,
  document TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('tuyet_mat', 'toi_mat', 'mat', 'review', 'foreign', 'released', 'none')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low', 'none')),
  first_seen INTEGER,
  last_seen INTEGER
) STRICT;

CREATE TABLE document_transfer (
  source TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'chat', 'sync', 'upload', 'share', 'print')),
  path TEXT NOT NULL,
  document TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('tuyet_mat', 'toi_mat', 'mat', 'review', 'foreign', 'released', 'none')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low', 'none')),
  peer TEXT,
  account TEXT,
  first_seen INTEGER,
  last_seen INTEGER
) STRICT;

CREATE TABLE missing_formality (
  path TEXT NOT NULL,
  formality TEXT NOT NULL CHECK (formality IN ('recipients', 'copies', 'drafter', 'copying'))
) STRICT;

CREATE TABLE foreign_data (
  data TEXT NOT NULL CHECK (data IN ('home_folder', 'other_home', 'windows_profile', 'orphan_files')),
  path TEXT NOT NULL,
  person TEXT NOT NULL,
  files INTEGER NOT NULL,
  last_time INTEGER
) STRICT;

CREATE TABLE medium (
  device TEXT NOT NULL,
  medium TEXT NOT NULL CHECK (medium IN ('usb_storage', 'memory_card', 'optical_disc', 'disk', 'image', 'folder')),
  vendor_id TEXT,
  product_id TEXT,
  model TEXT,
  serial TEXT,
  identity TEXT,
  size INTEGER,
  volumes INTEGER NOT NULL,
  file_systems TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('valid', 'unregistered', 'revoked', 'expired', 'gift_not_inspected', 'not_inspected', 'no_identity', 'used_before_inspection', 'not_for_inspection')),
  purpose TEXT NOT NULL CHECK (purpose IN ('none', 'secret', 'open', 'inspection'))
) STRICT;

CREATE TABLE medium_trace (
  system TEXT NOT NULL CHECK (system IN ('windows', 'macos', 'linux', 'android', 'camera')),
  sign TEXT NOT NULL CHECK (sign IN ('system_folder', 'recycle_bin', 'installation', 'user_folder', 'app_folder', 'autorun')),
  path TEXT NOT NULL,
  person TEXT,
  first_time INTEGER,
  last_time INTEGER
) STRICT;

CREATE TABLE watch_interval (
  state TEXT NOT NULL CHECK (state IN ('watched', 'off', 'gap')),
  gap_reason TEXT NOT NULL CHECK (gap_reason IN ('none', 'crash', 'power_lost', 'stopped', 'hardware_changed', 'overflow', 'suspend', 'clock_step', 'write_failed')),
  first_seen INTEGER,
  last_seen INTEGER,
  path TEXT NOT NULL,
  head TEXT
) STRICT;

CREATE TABLE stamp (
  serial TEXT,
  issuer TEXT,
  unit TEXT,
  profile TEXT,
  issued_at INTEGER,
  valid_until INTEGER,
  stamp_standing TEXT NOT NULL CHECK (stamp_standing IN ('valid', 'expired', 'clock_set_back', 'voided', 'voided_by_event', 'other_machine', 'machine_changed', 'test_key', 'not_authentic')),
  voided_at INTEGER,
  void_check TEXT,
  path TEXT NOT NULL,
  key TEXT
) STRICT;
