namespace Pulumi.Testing;

/// <summary>The settings of a test run.</summary>
public class TestOptions
{
    /// <summary>Defaults to <c>project</c>; configuration without a namespace is read from here.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Defaults to <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Defaults to <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>Defaults to true: what the mocks do not return is then unknown.</summary>
    public bool? IsPreview { get; set; }
}
