/*
  Written for airseal. Each rule carries two examples as hexadecimal bytes: `hit` must match it, `miss` must not; they are its tests.
*/

rule autorun_starts_program
{
  meta:
    note = "An autorun.inf that starts a program, and not only names an icon"
    hit = "5B6175746F72756E5D0D0A6F70656E3D73797374656D5C6D732E6578650D0A"
    miss = "5B6175746F72756E5D0D0A69636F6E3D6C6F676F2E69636F0D0A6C6162656C3D5553420D0A"
  strings:
    $section = "[autorun" nocase
    $starts = /[\r\n][ \t]*(open|shellexecute|shell\\[a-z0-9_ ]{1,40}\\command)[ \t]*=[^\r\n]{1,200}\.(exe|scr|com|bat|cmd|vbs|vbe|js|pif|dll|cpl)/ nocase
  condition:
    filesize < 64KB and $section and $starts
}
