namespace Pulumi.Tests;

/// <summary>A fact about the local packages only; it is skipped where the published ones are installed.</summary>
internal sealed class LocalSdkFactAttribute : FactAttribute
{
    public LocalSdkFactAttribute()
    {
        if (typeof(Deployment).Assembly.GetName().Version?.Revision != 1)
        {
            Skip = "The published Pulumi package is installed.";
        }
    }
}
