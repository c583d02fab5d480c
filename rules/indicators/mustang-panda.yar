/*
  Written for airseal from what the sources of mustang-panda.yaml publish. Each rule carries two examples as hexadecimal bytes: `hit` must
  match it, `miss` must not; they are its tests.
*/

rule plugx_usb_shortcut
{
  meta:
    note = "A Windows shortcut that starts cmd.exe and names the false recycle bin or a folder of no-break spaces"
    hit = "4C0000000114020000000000C00000000000004600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063006D0064002E0065007800650020002F0063002000A0005C00520045004300590043004C00450052002E00420049004E00"
    miss = "4C0000000114020000000000C000000000000046000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000640061006E0068002D0073006100630068002E0064006F0063007800"
  strings:
    $starter = "cmd.exe" ascii wide nocase
    $bin = "RECYCLER.BIN" ascii wide nocase
    $bins = "RECYCLERS.BIN" ascii wide nocase
    $blank = { 5C 00 A0 00 5C 00 }
  condition:
    uint32(0) == 0x0000004C and uint32(4) == 0x00021401 and filesize < 1MB and $starter and any of ($bin, $bins, $blank)
}

rule plugx_usb_module
{
  meta:
    note = "A Windows program that holds names which the family uses on media: its mutexes, folders and marker files"
    hit = "4D5A90005500530042005F004E004F0054004900460059005F0043004F0050005F00520045004300590043004C00450052002E00420049004E00"
    miss = "4D5A9000520045004300590043004C00450052002E00420049004E00"
  strings:
    $mutex_copy = "USB_NOTIFY_COP_" ascii wide
    $mutex_info = "USB_NOTIFY_INF_" ascii wide
    $bin = "RECYCLER.BIN" ascii wide
    $collected = "da520e5" ascii wide
    $folder = "AvastSvcpCP" ascii wide
    $marker = "c3lzLmluZm8" ascii wide
  condition:
    uint16(0) == 0x5A4D and filesize < 32MB and 2 of them
}

rule plugx_encrypted_payload
{
  meta:
    note = "The data file beside a side-loaded library: a short key, a zero byte, and bytes that the key turns into a Windows program"
    hit = "41424344454647484950000C1823"
    miss = "41424344454647484950000D1823"
  condition:
    filesize < 8MB and for any length in (5..16) : (
      uint8(length) == 0 and for all index in (0..length - 1) : (uint8(index) >= 0x21 and uint8(index) <= 0x7E)
      and (uint8(length + 1) ^ uint8(0)) == 0x4D and (uint8(length + 2) ^ uint8(1)) == 0x5A)
}
