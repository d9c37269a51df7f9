namespace Ganchao.Dashboard.Evidence;

/// <summary>Marks what takes a photo or file; so many are taken a minute from one person, and no more.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadAttribute : Attribute;
