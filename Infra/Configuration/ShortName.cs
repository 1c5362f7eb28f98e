namespace Infra.Configuration;

/// <summary>Names that an operator gives to services, jobs, instances and ways of scaling, and to the application.</summary>
internal static class ShortName
{
    public const string Pattern = "^(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    public const string Meaning = "up to 20 lower-case letters, digits and single dashes, a letter first";
}
