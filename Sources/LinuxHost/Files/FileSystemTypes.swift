/// Type numbers of linux/magic.h.
enum FileSystemTypes {
  /// proc, sysfs, cgroup, cgroup2, debugfs, tracefs, securityfs, bpf, devpts, pstore, mqueue, hugetlbfs, configfs, efivarfs,
  /// fusectl, binfmt_misc, selinuxfs, nsfs, resctrl.
  static let kernelInterfaces: Set<UInt64> = [
    0x9FA0, 0x6265_6572, 0x0027_E0EB, 0x6367_7270, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0xCAFE_4A11, 0x1CD1,
    0x6165_676C, 0x1980_0202, 0x9584_58F6, 0x6265_6570, 0xDE5E_81E4, 0x6573_5543, 0x4249_4E4D, 0xF97C_FF8C,
    0x6E73_6673, 0x0765_5821,
  ]

  /// ext2 to ext4, XFS, Btrfs, F2FS, ZFS, bcachefs, JFS, NILFS2, overlayfs, tmpfs: the kernel alone sets the change time of
  /// a file there, and keeps its number.
  static let keepingChangeTimes: Set<UInt64> = [
    0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x2FC1_2FC1, 0xCA45_1A4E, 0x3153_464A, 0x3434, 0x794C_7630,
    0x0102_1994,
  ]
}
