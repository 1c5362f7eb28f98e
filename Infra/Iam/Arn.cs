using System.Text.RegularExpressions;

namespace Infra.Iam;

/// <summary>The parts of an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</summary>
internal sealed partial record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    private const int Parts = 6;

    /// <summary>The ARN in a text; null if the text is not one.</summary>
    public static Arn? Find(string text) => text.Split(':', Parts) is ["arn", var partition, var service, var region, var account, var resource]
        ? new Arn(partition, service, region, account, resource)
        : null;

    /// <summary>Whether it contains an account ID of twelve digits.</summary>
    public bool HasAccount => TwelveDigits().IsMatch(Account);

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex TwelveDigits();
}

/// <summary>The region that an ARN must have.</summary>
internal enum ArnPlace
{
    /// <summary>in the region of the stack</summary>
    RegionOfTheStack,

    /// <summary>in some region</summary>
    AnyRegion,

    /// <summary>in none: it belongs to the whole account</summary>
    NoRegion,
}
